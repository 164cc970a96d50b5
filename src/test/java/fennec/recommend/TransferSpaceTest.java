package fennec.recommend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.history.PerformanceMatrix;
import fennec.numeric.Correlations;
import fennec.progress.Progress;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transfer space on scores with three planted factors. */
class TransferSpaceTest {

  private static final int MODELS = 60;
  private static final int TASKS = 20;
  private static final int FACTORS = 3;

  private static double[][] planted() {
    SplittableRandom random = new SplittableRandom(11);
    double[][] models = positive(random, MODELS);
    double[][] tasks = positive(random, TASKS);
    double[][] scores = new double[MODELS][TASKS];
    for (int i = 0; i < MODELS; i++) {
      for (int j = 0; j < TASKS; j++) {
        for (int k = 0; k < FACTORS; k++) {
          scores[i][j] += models[i][k] * tasks[j][k] / FACTORS;
        }
      }
    }
    return scores;
  }

  private static double[][] positive(SplittableRandom random, int rows) {
    double[][] numbers = new double[rows][FACTORS];
    for (double[] row : numbers) {
      for (int k = 0; k < FACTORS; k++) {
        row[k] = random.nextDouble();
      }
    }
    return numbers;
  }

  private static TransferSpace fit(double[][] scores, int factors) {
    PerformanceMatrix matrix =
        new PerformanceMatrix(
            IntStream.range(0, MODELS).mapToObj(i -> "m" + i).toList(),
            IntStream.range(0, TASKS).mapToObj(j -> "t" + j).toList(),
            scores);
    return TransferSpace.fit(matrix, factors, 0, 7, Progress.NONE);
  }

  private static double worstRanking(TransferSpace space, double[][] truth) {
    return IntStream.range(0, TASKS)
        .mapToDouble(
            j ->
                Correlations.spearman(
                    space.scores(space.taskVector(j)),
                    IntStream.range(0, MODELS).mapToDouble(i -> truth[i][j]).toArray()))
        .min()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.4})
  void everyTasksRankingOfModelsIsRecoveredBehindMissingScores(double missing) {
    double[][] truth = planted();
    SplittableRandom random = new SplittableRandom(5);
    double[][] seen =
        IntStream.range(0, MODELS).mapToObj(i -> truth[i].clone()).toArray(double[][]::new);
    for (double[] row : seen) {
      for (int j = 0; j < TASKS; j++) {
        row[j] = random.nextDouble() < missing ? Double.NaN : row[j];
      }
    }
    TransferSpace space = fit(seen, FACTORS);
    assertTrue(space.reconstructionError() < 0.01, () -> "error " + space.reconstructionError());
    double worst = worstRanking(space, truth);
    assertTrue(worst > 0.95, () -> "worst rank correlation of a task: " + worst);
  }

  @Test
  void oneFactorCannotTellTheTasksApart() {
    double[][] truth = planted();
    TransferSpace one = fit(truth, 1);
    TransferSpace three = fit(truth, FACTORS);
    assertTrue(one.reconstructionError() > 5 * three.reconstructionError());
    assertTrue(worstRanking(one, truth) < worstRanking(three, truth) - 0.1);
  }
}
