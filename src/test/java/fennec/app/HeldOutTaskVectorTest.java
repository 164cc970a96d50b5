package fennec.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.io.HistoryPackReader;
import fennec.io.TaskFeaturesReader;
import fennec.numeric.Correlations;
import fennec.progress.Progress;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TaskVectorRegressor;
import fennec.recommend.TransferHistory;
import fennec.recommend.TransferSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The task vector regressor on historical tasks that it did not see: the published settings on the
 * vision transformers, whose tasks are pictured by the built-in encoder.
 */
class HeldOutTaskVectorTest {

  @Test
  void modelsAreRankedBetterByTheVectorSeenInImagesThanByTheMeanVector() throws Exception {
    TransferHistory history =
        HistoryShelf.join(
            List.of(new HistoryPackReader().read(Path.of("assets/history/vision-transformers"))),
            new TaskFeaturesReader().read(Path.of("assets/task-features/built-in.safetensors")));
    RecommenderSettings paper = RecommenderSettings.PUBLISHED;
    TransferSpace space =
        TransferSpace.fit(
            history.performance(), paper.latentSize(), 0, paper.seed(), Progress.NONE);
    Map<String, double[]> vectors = new HashMap<>();
    history
        .taskImages()
        .keySet()
        .forEach(
            task -> vectors.put(task, space.taskVector(history.performance().taskIndex(task))));
    double ofForest = 0;
    double ofMean = 0;
    for (String hidden : new ArrayList<>(history.taskImages().keySet())) {
      var shown = new TreeMap<>(history.taskImages());
      shown.remove(hidden);
      double[][][] said =
          TaskVectorRegressor.fit(shown, vectors, paper.trees(), paper.seed())
              .predict(history.taskImages().get(hidden));
      double[] predicted = new double[space.latentSize()];
      double[] mean = new double[space.latentSize()];
      for (int k = 0; k < mean.length; k++) {
        for (double[][] tree : said) {
          for (double[] image : tree) {
            predicted[k] += image[k] / said.length / tree.length;
          }
        }
        for (String other : shown.keySet()) {
          mean[k] += vectors.get(other)[k] / shown.size();
        }
      }
      double[] truth = history.performance().column(history.performance().taskIndex(hidden));
      ofForest += Correlations.pearson(space.scores(predicted), truth) / vectors.size();
      ofMean += Correlations.pearson(space.scores(mean), truth) / vectors.size();
    }
    // Over six seeds the forest has 0.897 to 0.901, the mean vector 0.813.
    assertTrue(ofForest > ofMean + 0.06, ofForest + " by images, " + ofMean + " by the mean");
  }
}
