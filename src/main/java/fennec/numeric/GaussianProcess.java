package fennec.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Gaussian process regression with prior mean 0 on n points, given as their kernel matrix K (n x
 * n), for q targets that share it: with noise variance s^2,
 *
 * <pre>
 * mean(x) = k(x)^T (K + s^2 I)^-1 Y,   variance(x) = k(x, x) - k(x)^T (K + s^2 I)^-1 k(x)
 * </pre>
 *
 * by Cholesky decomposition. Where rounding keeps K + s^2 I from being positive definite, the least
 * of a rising row of small numbers is added to its diagonal. Immutable. Cost O(n^3 + n^2 q).
 *
 * <p>Source: Rasmussen and Williams, Gaussian Processes for Machine Learning, algorithm 2.1;
 * leaving one out, section 5.4.2.
 */
public final class GaussianProcess {

  private static final double[] JITTER = {0, 1e-12, 1e-10, 1e-8, 1e-6};

  private final DMatrixRMaj targets;
  private final DMatrixRMaj inverse;
  private final DMatrixRMaj weights;
  private final double logDeterminant;

  private GaussianProcess(
      DMatrixRMaj targets, DMatrixRMaj inverse, DMatrixRMaj weights, double logDeterminant) {
    this.targets = targets;
    this.inverse = inverse;
    this.weights = weights;
    this.logDeterminant = logDeterminant;
  }

  /**
   * Conditions on targets Y (n x q).
   *
   * @throws IllegalArgumentException if sizes do not agree or K is not a kernel matrix
   */
  public static GaussianProcess fit(DMatrixRMaj kernel, DMatrixRMaj targets, double noise) {
    int n = kernel.numRows;
    if (kernel.numCols != n || targets.numRows != n || n == 0 || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "kernel " + n + " x " + kernel.numCols + ", " + targets.numRows + " targets");
    }
    double trace = CommonOps_DDRM.trace(kernel) / n;
    for (double jitter : JITTER) {
      DMatrixRMaj noisy = kernel.copy();
      for (int i = 0; i < n; i++) {
        noisy.add(i, i, noise + jitter * trace);
      }
      CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
      if (cholesky.decompose(noisy)) {
        return conditioned(cholesky.getT(null), targets.copy());
      }
    }
    throw new IllegalArgumentException("the kernel matrix is not positive semi-definite");
  }

  private static GaussianProcess conditioned(DMatrixRMaj lower, DMatrixRMaj targets) {
    int n = lower.numRows;
    double logDeterminant = 0;
    for (int i = 0; i < n; i++) {
      logDeterminant += 2 * Math.log(lower.unsafe_get(i, i));
    }
    DMatrixRMaj inverseLower = new DMatrixRMaj(n, n);
    for (int c = 0; c < n; c++) {
      for (int i = c; i < n; i++) {
        double sum = i == c ? 1 : 0;
        for (int j = c; j < i; j++) {
          sum -= lower.unsafe_get(i, j) * inverseLower.unsafe_get(j, c);
        }
        inverseLower.unsafe_set(i, c, sum / lower.unsafe_get(i, i));
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multInner(inverseLower, inverse);
    DMatrixRMaj weights = new DMatrixRMaj(n, targets.numCols);
    CommonOps_DDRM.mult(inverse, targets, weights);
    return new GaussianProcess(targets, inverse, weights, logDeterminant);
  }

  /**
   * Predicted means (q) at a new point.
   *
   * @param kernelToPoints k(x), its kernel with each of the n points
   */
  public double[] mean(double[] kernelToPoints) {
    double[] mean = new double[targets.numCols];
    for (int i = 0; i < weights.numRows; i++) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += kernelToPoints[i] * weights.unsafe_get(i, c);
      }
    }
    return mean;
  }

  /**
   * Predicted variance at a new point, the same for all targets, without the noise; at least 0.
   *
   * @param kernelToPoints k(x), its kernel with each of the n points
   * @param kernelToItself k(x, x)
   */
  public double variance(double[] kernelToPoints, double kernelToItself) {
    double explained = 0;
    for (int i = 0; i < inverse.numRows; i++) {
      for (int j = 0; j < inverse.numRows; j++) {
        explained += kernelToPoints[i] * inverse.unsafe_get(i, j) * kernelToPoints[j];
      }
    }
    return Math.max(0, kernelToItself - explained);
  }

  /** How much each of the n points weighs in the mean at a new point: k(x)^T (K + s^2 I)^-1. */
  public double[] shares(double[] kernelToPoints) {
    double[] shares = new double[inverse.numRows];
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < shares.length; j++) {
        shares[i] += kernelToPoints[j] * inverse.unsafe_get(j, i);
      }
    }
    return shares;
  }

  /** Means (n x q) at each point predicted from the others, without fitting again. */
  public DMatrixRMaj leaveOneOut() {
    DMatrixRMaj means = targets.copy();
    for (int i = 0; i < means.numRows; i++) {
      for (int c = 0; c < means.numCols; c++) {
        means.add(i, c, -weights.unsafe_get(i, c) / inverse.unsafe_get(i, i));
      }
    }
    return means;
  }

  /** Log marginal likelihood of the targets, summed over the q of them. */
  public double logLikelihood() {
    double fit = 0;
    for (int i = 0; i < targets.data.length; i++) {
      fit += targets.data[i] * weights.data[i];
    }
    int n = targets.numRows;
    int q = targets.numCols;
    return -0.5 * fit - 0.5 * q * logDeterminant - 0.5 * n * q * Math.log(2 * Math.PI);
  }
}
