package fennec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fennec.app.FennecHome;
import fennec.app.HistoryShelf;
import fennec.embedding.TaskFeatures;
import fennec.io.TaskFeaturesReader;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;

class TaskKernelTest {

  private static final int T = 9;

  /** Random points on a line; the last {@code unknown} tasks have no place on it. */
  private static double[][][] distances(int unknown) {
    SplittableRandom random = new SplittableRandom(7);
    double[][][] all = new double[DescriptorSpace.RESPECTS][T][T];
    for (double[][] respect : all) {
      double[] at = random.doubles(T, 0, 3).toArray();
      for (int i = 0; i < T; i++) {
        for (int j = 0; j < T; j++) {
          respect[i][j] =
              i == j
                  ? 0
                  : Math.max(i, j) >= T - unknown
                      ? Double.POSITIVE_INFINITY
                      : Math.abs(at[i] - at[j]);
        }
      }
    }
    return all;
  }

  @Test
  void tasksNotKnownLeaveACorrelationMatrix() {
    for (int unknown = 0; unknown <= T; unknown++) {
      double[][] c = TaskKernel.DEFAULT.signal(distances(unknown), TaskKernel.allRespects());
      assertThat(DecompositionFactory_DDRM.chol(T, true).decompose(new DMatrixRMaj(c)))
          .as("%d unknown", unknown)
          .isTrue();
    }
  }

  @Test
  void aTaskNotKnownIsAsLikeOneAsTheOther() {
    double[][] c = TaskKernel.DEFAULT.signal(distances(2), TaskKernel.allRespects());

    for (int j = 0; j < T - 1; j++) {
      assertThat(c[T - 1][j]).isCloseTo(c[T - 1][0], within(1e-12));
    }
    assertThat(c[T - 1][0]).isPositive().isLessThan(c[T - 1][T - 1]);
  }

  @Test
  void flattenedTasksAreAllEquallyLike() {
    TaskKernel flat = TaskKernel.DEFAULT.flattened();
    double[][] c = flat.signal(distances(0), TaskKernel.allRespects());

    for (double[] row : c) {
      for (double each : row) {
        assertThat(each).isCloseTo(1 - flat.noise(TaskKernel.allRespects()), within(1e-12));
      }
    }
  }

  @Test
  void theDefaultIsTheFitToThePacksOfTheProgram() throws Exception {
    FennecHome home = FennecHome.find();
    TaskFeatures features =
        new TaskFeaturesReader().read(home.taskFeatures().resolve("built-in.safetensors"));

    TaskKernel fitted =
        TaskSimilarityProcess.prior(HistoryShelf.join(new HistoryShelf(home).shipped(), features));

    double[] expected = TaskKernel.DEFAULT.parameters();
    double[] actual = fitted.parameters();
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("parameter %d", i).isCloseTo(expected[i], within(0.002));
    }
  }
}
