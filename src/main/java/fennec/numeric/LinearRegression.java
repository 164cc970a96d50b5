package fennec.numeric;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ridge regression y = intercept + x beta: least sum over n points of (y - intercept - x beta)^2 +
 * ridge ||beta||^2; the intercept is not penalised. With ridge 0, columns that depend on each other
 * (all one-hot columns of a class, a constant column) are allowed: of the equally good solutions
 * the one with the least norm in columns scaled to spread 1 is taken. Immutable. Cost O(n d^2 +
 * d^3).
 */
public final class LinearRegression {

  private static final double DEPENDENT = 1e-10;

  private final double[] coefficients;
  private final double[] means;
  private final double meanOfTarget;
  private final double residualSpread;
  private final int effectiveRank;

  private LinearRegression(
      double[] coefficients, double[] means, double meanOfTarget, double spread, int rank) {
    this.coefficients = coefficients;
    this.means = means;
    this.meanOfTarget = meanOfTarget;
    this.residualSpread = spread;
    this.effectiveRank = rank;
  }

  /**
   * Fits y (n) to x (n x d).
   *
   * @param ridge penalty on the coefficients of the columns as they are, not negative
   * @throws IllegalArgumentException if sizes do not agree, n is 0, or a number is not finite
   */
  public static LinearRegression fit(DMatrixRMaj x, double[] y, double ridge) {
    check(x, y, ridge);
    int d = x.numCols;
    double[] means = Columns.means(x);
    DMatrixRMaj centred = Columns.minus(x, means);
    double meanOfTarget = Arrays.stream(y).average().orElseThrow();
    double[] scale = spreads(centred, means);
    // columns of spread 1 keep numbers such as parameters beside one-hots well conditioned
    for (int i = 0; i < x.numRows; i++) {
      for (int j = 0; j < d; j++) {
        centred.unsafe_set(i, j, scale[j] == 0 ? 0 : centred.unsafe_get(i, j) / scale[j]);
      }
    }
    DMatrixRMaj gram = new DMatrixRMaj(d, d);
    CommonOps_DDRM.multInner(centred, gram);
    for (int j = 0; j < d; j++) {
      gram.add(j, j, scale[j] == 0 ? 0 : ridge / (scale[j] * scale[j]));
    }
    double[] right = new double[d];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < d; j++) {
        right[j] += centred.unsafe_get(i, j) * (y[i] - meanOfTarget);
      }
    }
    double[] beta = new double[d];
    int rank = d == 0 ? 0 : solve(SymmetricEigen.of(gram), right, beta);
    for (int j = 0; j < d; j++) {
      beta[j] = scale[j] == 0 ? 0 : beta[j] / scale[j];
    }
    LinearRegression fitted = new LinearRegression(beta, means, meanOfTarget, 0, rank);
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double residual = y[i] - fitted.predict(row(x, i));
      squares += residual * residual;
    }
    int free = y.length - rank - 1;
    double spread = free > 0 ? Math.sqrt(squares / free) : Double.NaN;
    return new LinearRegression(beta, means, meanOfTarget, spread, rank);
  }

  private static void check(DMatrixRMaj x, double[] y, double ridge) {
    if (x.numRows != y.length || y.length == 0 || !(ridge >= 0)) {
      throw new IllegalArgumentException(
          x.numRows + " rows, " + y.length + " targets, ridge " + ridge);
    }
    for (int i = 0; i < x.numRows * x.numCols; i++) {
      if (!Double.isFinite(x.data[i])) {
        throw new IllegalArgumentException("a feature is " + x.data[i]);
      }
    }
    for (double value : y) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a target is " + value);
      }
    }
  }

  /** Root mean square of each centred column; 0 where it is constant but for rounding. */
  private static double[] spreads(DMatrixRMaj centred, double[] means) {
    double[] spread = new double[means.length];
    for (int j = 0; j < spread.length; j++) {
      double squares = 0;
      for (int i = 0; i < centred.numRows; i++) {
        squares += centred.unsafe_get(i, j) * centred.unsafe_get(i, j);
      }
      double root = Math.sqrt(squares / centred.numRows);
      spread[j] = root > 1e-12 * Math.abs(means[j]) ? root : 0;
    }
    return spread;
  }

  private static int solve(SymmetricEigen eigen, double[] right, double[] beta) {
    int d = right.length;
    int rank = 0;
    double floor = DEPENDENT * eigen.values()[0];
    for (int c = 0; c < d && eigen.values()[c] > floor; c++, rank++) {
      double dot = 0;
      for (int j = 0; j < d; j++) {
        dot += eigen.vectors().unsafe_get(j, c) * right[j];
      }
      for (int j = 0; j < d; j++) {
        beta[j] += eigen.vectors().unsafe_get(j, c) * dot / eigen.values()[c];
      }
    }
    return rank;
  }

  private static double[] row(DMatrixRMaj x, int i) {
    return Arrays.copyOfRange(x.data, i * x.numCols, (i + 1) * x.numCols);
  }

  /** The prediction for one point (d). */
  public double predict(double[] point) {
    double sum = meanOfTarget;
    for (int j = 0; j < coefficients.length; j++) {
      sum += contribution(j, point[j]);
    }
    return sum;
  }

  /** What column {@code j} adds to the mean target at this value: beta_j (value - mean_j). */
  public double contribution(int j, double value) {
    return coefficients[j] * (value - means[j]);
  }

  /** beta (d), a copy. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** The prediction where all columns are 0. */
  public double intercept() {
    return predict(new double[coefficients.length]);
  }

  /** Mean of the targets, the prediction where every column is at its mean. */
  public double meanOfTarget() {
    return meanOfTarget;
  }

  /**
   * Standard deviation of residuals (divisor n - rank - 1); NaN if no degree of freedom is left.
   */
  public double residualSpread() {
    return residualSpread;
  }

  /** Number of independent columns, without the intercept. */
  public int effectiveRank() {
    return effectiveRank;
  }
}
