package fennec.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Progress;
import fennec.testing.PlantedTasks;
import fennec.zoo.PretrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TransferEstimateTest {

  private static PretrainedModel model(
      String name, String family, String graph, long size, String data) {
    return new PretrainedModel(
        name,
        family,
        graph,
        OptionalLong.of(size),
        OptionalInt.of(224),
        data,
        OptionalDouble.empty(),
        "");
  }

  private static final List<PretrainedModel> KNOWN =
      List.of(
          model("a", "ViT", "vit", 10_000_000, "imagenet"),
          model("b", "ViT", "vit", 100_000_000, "laion"),
          model("c", "ResNet", "resnet", 10_000_000, "imagenet"));

  @Test
  void withoutVectorsTheFamilyDecides() {
    double[] weights =
        new TransferEstimate(KNOWN, ArchitectureLikeness.UNKNOWN)
            .weights(model("x", "vit", "", 10_000_000, ""));
    assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
    assertTrue(weights[0] > 0.95, Arrays.toString(weights));
    assertEquals(0.01, weights[2] / weights[0], 1e-9);
  }

  @Test
  void vectorsOutdoFamiliesAndDataCountsTwice() {
    ArchitectureLikeness likeness =
        (one, other) -> OptionalDouble.of(one.equals("resnet") ? 0.99 : 0.2);
    double[] weights =
        new TransferEstimate(KNOWN, likeness)
            .weights(model("x", "ViT", "new", 10_000_000, "imagenet"));
    assertTrue(weights[2] > 0.99, Arrays.toString(weights));
    double[] other =
        new TransferEstimate(KNOWN, ArchitectureLikeness.UNKNOWN)
            .weights(model("x", "ViT", "", 31_622_777, "laion"));
    assertEquals(2, other[1] / other[0], 1e-3);
  }

  @Test
  void newcomersAreRankedAndMarkedAndLeaveTheOthersAlone() {
    TransferHistory history = PlantedHistory.of(12, 8, 10, 3);
    Recommender recommender =
        Recommender.fit(history, Map.of(), RecommenderSettings.PUBLISHED, Progress.NONE);
    int dimension = history.taskImages().get(history.taskImages().firstKey()).dimension();
    TargetTask task = TargetTask.of("new", PlantedTasks.task(1, 10, dimension, 5), 10);
    Recommendation alone = recommender.recommend(task);
    PretrainedModel twin = history.models().get(4).named("zz-newcomer");
    Recommendation both =
        recommender.recommend(
            task,
            new Newcomers(
                List.of(twin, history.models().get(0)), Map.of(), ArchitectureLikeness.UNKNOWN));
    assertEquals(13, both.candidates().size());
    List<RankedModel> rows = both.ranking(0.5).models();
    for (RankedModel row : rows) {
      assertEquals(row.model().name().equals("zz-newcomer"), row.estimated());
    }
    List<String> without =
        rows.stream().filter(r -> !r.estimated()).map(r -> r.model().name()).toList();
    assertEquals(alone.ranking(0.5).models().stream().map(r -> r.model().name()).toList(), without);
    assertEquals(1, both.onlyEstimated().candidates().size());
    assertFalse(both.onlyEstimated().ranking(0.5).models().isEmpty());
  }
}
