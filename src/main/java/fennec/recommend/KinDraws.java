package fennec.recommend;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Draws scores of m models whose errors are alike where the models are: error_i = c_i (sqrt(a) L e
 * + sqrt(b) e')_i, with e and e' standard normal, L L' = K the {@link ModelKernel}, a the variance
 * that models alike share, b that of each for itself, and c_i how far model i strays. Immutable;
 * cost O(m^3) once and O(s m^2) for s draws.
 */
final class KinDraws {

  /** Added to the diagonal, so that models alike in every fact do not break the factor. */
  private static final double JITTER = 1e-9;

  private final DMatrixRMaj factor;
  private final double[] straying;

  /**
   * Prepares draws.
   *
   * @param kernel K (m x m), ones on its diagonal
   * @param straying c (m), about 1
   * @throws IllegalArgumentException if K is not a kernel matrix
   */
  KinDraws(double[][] kernel, double[] straying) {
    this.straying = straying.clone();
    DMatrixRMaj matrix = new DMatrixRMaj(kernel);
    for (int i = 0; i < kernel.length; i++) {
      matrix.add(i, i, JITTER);
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(kernel.length, true);
    if (!cholesky.decompose(matrix)) {
      throw new IllegalArgumentException("the kernel matrix is not positive semi-definite");
    }
    this.factor = cholesky.getT(null);
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
          kin += factor.unsafe_get(i, k) * normal[k];
        }
        double error = Math.sqrt(shared) * kin + Math.sqrt(own) * random.nextGaussian();
        draw[i] = mean[i] + straying[i] * error;
      }
    }
    return draws;
  }
}
