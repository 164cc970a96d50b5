package fennec.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import fennec.app.FennecHome;
import fennec.app.HistoryShelf;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.io.TaskFeaturesReader;
import fennec.progress.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One network that two packs tried under different protocols should be ranked as one network. */
class TwinsTest {

  private static final List<List<String>> TWINS =
      List.of(
          List.of("facebook/deit-base-patch16-224", "deit_base"),
          List.of("facebook/deit-small-patch16-224", "deit_small"),
          List.of("facebook/deit-tiny-patch16-224", "deit_tiny"),
          List.of("microsoft/swin-small-patch4-window7-224", "swin_s"),
          List.of("microsoft/swin-tiny-patch4-window7-224", "swin_t"),
          List.of("microsoft/resnet-50", "resnet50"),
          List.of("microsoft/resnet-50", "resnet50@imagenet"),
          List.of("resnet50", "resnet50@imagenet"),
          List.of("googlenet", "googlenet@imagenet"));

  @Test
  void twinsOfTheJoinedPacksStandNearEachOther() throws FennecException {
    FennecHome home = FennecHome.find();
    TaskFeatures features =
        new TaskFeaturesReader().read(home.taskFeatures().resolve("built-in.safetensors"));
    TransferHistory joined = HistoryShelf.join(new HistoryShelf(home).packs(List.of()), features);
    TransferPredictor process = TaskSimilarityProcess.fit(joined, Progress.NONE);
    // Tasks that only openclip-zero-shot has are new to the joined packs.
    List<String> tasks =
        features.tasks().keySet().stream()
            .filter(task -> joined.performance().taskIndex(task) < 0)
            .toList();
    double apart = 0;
    int pairs = 0;
    for (String task : tasks) {
      Map<String, Integer> places =
          places(
              joined,
              process.predict(
                  new TargetTask(
                      task,
                      features.of(task).orElseThrow(),
                      OptionalInt.empty(),
                      OptionalLong.empty())));
      for (List<String> twins : TWINS) {
        apart += Math.abs(places.get(twins.get(0)) - places.get(twins.get(1)));
        pairs++;
      }
    }

    assertThat(tasks.size()).isGreaterThan(4);
    // Of 236 places; more than 70 where each pack keeps the level of its own protocol.
    assertThat(apart / pairs).isLessThan(45);
  }

  private static Map<String, Integer> places(
      TransferHistory history, TransferPrediction prediction) {
    int[] order = fennec.numeric.Descending.order(prediction.scores());
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < order.length; place++) {
      places.put(history.models().get(order[place]).name(), place + 1);
    }
    return places;
  }
}
