package fennec.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.history.HistoricTask;
import fennec.history.PerformanceMatrix;
import fennec.testing.PlantedTasks;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MetaRegressorTest {

  private static PretrainedModel model(String name, String family, OptionalLong parameters) {
    return new PretrainedModel(
        name,
        family,
        "graph-" + family,
        parameters,
        OptionalInt.of(224),
        "imagenet",
        OptionalDouble.empty(),
        "");
  }

  /** Scores rise by 0.1 with every factor of ten in size, and pack two counts 0.2 lower. */
  private static TransferHistory history() {
    List<PretrainedModel> models = new ArrayList<>();
    List<String> packs = new ArrayList<>();
    double[][] scores = new double[40][3];
    for (int i = 0; i < 40; i++) {
      long size = Math.round(1e6 * Math.pow(10, i % 10 / 5.0));
      models.add(
          model(String.format("m%02d", i), i % 2 == 0 ? "Even" : "Odd", OptionalLong.of(size)));
      packs.add(i < 20 ? "one" : "two");
      for (int j = 0; j < 3; j++) {
        scores[i][j] = 0.1 * Math.log10((double) size) - (i < 20 ? 0 : 0.2) + 0.02 * j;
      }
    }
    List<HistoricTask> tasks = new ArrayList<>();
    for (int j = 0; j < 3; j++) {
      tasks.add(
          new HistoricTask(
              "t" + j, "T" + j, OptionalInt.of(10), OptionalLong.of(1000L * (j + 1)), ""));
    }
    return new TransferHistory(
        new PerformanceMatrix(
            models.stream().map(PretrainedModel::name).toList(),
            tasks.stream().map(HistoricTask::name).toList(),
            scores),
        models,
        packs,
        tasks,
        new TreeMap<>());
  }

  private static final TargetTask TASK = TargetTask.of("new", PlantedTasks.task(0, 8, 3, 1), 2000);

  @Test
  void learnsTheSlopeOfSizeAndLeavesTheProtocolOut() {
    MetaRegressor regressor = MetaRegressor.fit(history(), Map.of());
    double[] scores =
        regressor
            .predict(
                List.of(
                    model("a", "Even", OptionalLong.of(1_000_000)),
                    model("b", "Even", OptionalLong.of(10_000_000))),
                TASK)
            .scores();
    assertEquals(0.1, scores[1] - scores[0], 0.01);
    assertTrue(regressor.residualSpread() < 0.02, "spread " + regressor.residualSpread());
  }

  @Test
  void unknownFactsFallBackToTheAverage() {
    MetaRegressor regressor = MetaRegressor.fit(history(), Map.of());
    PretrainedModel unknown =
        new PretrainedModel(
            "x", "", "", OptionalLong.empty(), OptionalInt.empty(), "", OptionalDouble.empty(), "");
    double score = regressor.predict(List.of(unknown), TASK).scores()[0];
    double mean =
        java.util.Arrays.stream(history().performance().toArray())
            .flatMapToDouble(java.util.Arrays::stream)
            .average()
            .orElseThrow();
    assertEquals(mean, score, 0.05);
  }

  @Test
  void clustersAndLayersTakeThePlaceOfFamilies() {
    Map<String, ArchitectureFact> graphs =
        Map.of("graph-Even", new ArchitectureFact(0, 50), "graph-Odd", new ArchitectureFact(1, 60));
    MetaRegressor regressor = MetaRegressor.fit(history(), graphs);
    List<String> features =
        regressor
            .predict(List.of(model("a", "Even", OptionalLong.of(5_000_000))), TASK)
            .contributions()
            .apply(0)
            .stream()
            .map(Contribution::feature)
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "architecture",
            "input size",
            "layers",
            "parameters",
            "pre-training data",
            "task classes",
            "task images"),
        features);
  }

  @Test
  void factsThatAddTheSameStandInTheOrderOfTheirNames() {
    List<Contribution> contributions =
        MetaRegressor.fit(history(), Map.of())
            .predict(history().models(), TASK)
            .contributions()
            .apply(0);

    // All models and tasks are the same in these, so that they add nothing.
    assertEquals(
        List.of("input size", "pre-training data", "task classes"),
        contributions.stream()
            .filter(each -> each.amount() == 0)
            .map(Contribution::feature)
            .toList());
  }
}
