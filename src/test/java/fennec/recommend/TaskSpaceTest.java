package fennec.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.history.PerformanceMatrix;
import fennec.progress.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Factors in points of score, and residuals, on a planted history. */
class TaskSpaceTest {

  private final TransferHistory history = PlantedHistory.of(20, 8, 12, 3);
  private final TaskSpace space =
      TaskSpace.of(
          LatentTransfer.fit(history, RecommenderSettings.PUBLISHED, Progress.NONE),
          160,
          PlantedHistory.target(history, 2));

  @Test
  void factorsAddUpToTheMeanOfTheReconstruction() {
    for (int j = 0; j < 8; j++) {
      int task = j;
      double mean =
          Arrays.stream(space.reconstruction()).mapToDouble(row -> row[task]).average().orElse(0);
      assertEquals(mean, Arrays.stream(space.tasks()[j]).sum(), 1e-9);
      assertEquals(0.6, mean, 0.05);
    }
    assertEquals(0.6, Arrays.stream(space.target()).sum(), 0.05);
  }

  @Test
  void residualsAreScoreMinusReconstructionAndAddUpToTheError() {
    PerformanceMatrix p = history.performance();
    double[][] scores = p.toArray();
    scores[4][5] = Double.NaN;
    double[][] residuals = space.residuals(new PerformanceMatrix(p.models(), p.tasks(), scores));
    assertTrue(Double.isNaN(residuals[4][5]));
    assertEquals(p.score(3, 2) - space.reconstruction()[3][2], residuals[3][2], 1e-12);
    double square =
        Arrays.stream(space.residuals(p)).flatMapToDouble(Arrays::stream).map(r -> r * r).sum();
    assertEquals(space.error(), Math.sqrt(square / 160), 1e-9);
    assertTrue(space.error() < 0.02, "five factors explain a circle: " + space.error());
  }
}
