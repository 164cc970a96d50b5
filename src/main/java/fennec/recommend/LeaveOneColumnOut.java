package fennec.recommend;

import fennec.numeric.GaussianProcess;
import org.ejml.data.DMatrixRMaj;

/**
 * Predicts each column of standardised scores Z (m x t) from the other columns, in closed form and
 * for models that are independent; missing scores count as 0, the mean. Cost O(t^3 + t^2 m).
 *
 * <p>Source: Rasmussen and Williams, Gaussian Processes for Machine Learning, section 5.4.2.
 */
final class LeaveOneColumnOut {

  private LeaveOneColumnOut() {}

  /** The predictions, t x m. */
  static double[][] predictions(TaskKernel kernel, double[][][] distances, double[][] z) {
    int t = distances[0].length;
    int m = z.length;
    DMatrixRMaj targets = new DMatrixRMaj(t, m);
    for (int j = 0; j < t; j++) {
      for (int i = 0; i < m; i++) {
        targets.set(j, i, Double.isNaN(z[i][j]) ? 0 : z[i][j]);
      }
    }
    boolean[] known = TaskKernel.allRespects();
    DMatrixRMaj means =
        GaussianProcess.fit(
                new DMatrixRMaj(kernel.signal(distances, known)), targets, kernel.noise(known))
            .leaveOneOut();
    double[][] predictions = new double[t][m];
    for (int j = 0; j < t; j++) {
      for (int i = 0; i < m; i++) {
        predictions[j][i] = means.get(j, i);
      }
    }
    return predictions;
  }

  /**
   * How far each of the m models strays from its predictions, relative to all of them: the root of
   * its mean squared residual over that of all models, drawn to 1 as if by {@code weight} tasks
   * more.
   */
  static double[] straying(double[][] predictions, double[][] z, double weight) {
    double[] squares = new double[z.length];
    int[] count = new int[z.length];
    double sum = 0;
    int n = 0;
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z[i].length; j++) {
        if (!Double.isNaN(z[i][j])) {
          double off = z[i][j] - predictions[j][i];
          squares[i] += off * off;
          count[i]++;
        }
      }
      sum += squares[i];
      n += count[i];
    }
    double mean = sum > 0 ? sum / n : 1;
    double[] relative = new double[z.length];
    for (int i = 0; i < relative.length; i++) {
      relative[i] = Math.sqrt((weight + squares[i] / mean) / (weight + count[i]));
    }
    return relative;
  }
}
