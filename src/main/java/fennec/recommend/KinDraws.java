package fennec.recommend;

import java.util.SplittableRandom;

/**
 * Draws scores of m models whose errors are alike where the models are: error_i = c_i (sqrt(a) L e
 * + sqrt(b) e')_i, with e and e' standard normal, L L' = K the {@link ModelKernel}, a the variance
 * that models alike share, b that of each for itself, and c_i how far model i strays. Immutable;
 * cost O(m^3) once and O(s m^2) for s draws.
 */
final class KinDraws {

  private static final double JITTER = 1e-9;

  private final double[][] factor;
  private final double[] straying;

  /**
   * Prepares draws.
   *
   * @param kernel K (m x m), ones on its diagonal
   * @param straying c (m), about 1
   */
  KinDraws(double[][] kernel, double[] straying) {
    this.straying = straying.clone();
    int m = kernel.length;
    factor = new double[m][];
    for (int i = 0; i < m; i++) {
      factor[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = kernel[i][j] + (i == j ? JITTER : 0);
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = i == j ? Math.sqrt(Math.max(JITTER, sum)) : sum / factor[j][j];
      }
    }
  }

  /**
   * Equally likely variants (s x m) of {@code mean}.
   *
   * @param shared a
   * @param own b
   * @param count s
   */
  double[][] around(double[] mean, double shared, double own, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] draws = new double[count][mean.length];
    double[] normal = new double[mean.length];
    for (double[] draw : draws) {
      for (int i = 0; i < normal.length; i++) {
        normal[i] = random.nextGaussian();
      }
      for (int i = 0; i < draw.length; i++) {
        double kin = 0;
        for (int k = 0; k <= i; k++) {
          kin += factor[i][k] * normal[k];
        }
        double error = Math.sqrt(shared) * kin + Math.sqrt(own) * random.nextGaussian();
        draw[i] = mean[i] + straying[i] * error;
      }
    }
    return draws;
  }
}
