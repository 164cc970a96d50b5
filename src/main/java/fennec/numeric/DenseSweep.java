package fennec.numeric;

import org.ejml.data.DMatrixRMaj;

/** The pass for a matrix without missing entries: dense products, then one factor row at a time. */
final class DenseSweep implements FactorSweep {

  /** Below this share of ||P||^2 the error is summed entry by entry, since differences cancel. */
  private static final double CANCELLATION = 1e-6;

  private final int rows;
  private final int columns;
  private final int k;
  private final double alphaM;
  private final double alphaD;
  private final double[] p;
  private final FactorProduct timesP;
  private final FactorProduct timesTransposed;
  private final double squaresOfP;
  private final double[] productM;
  private final double[] productD;
  private final double[] gramM;
  private final double[] gramD;
  private final double[] gradient;

  DenseSweep(DMatrixRMaj matrix, FactorizationSettings settings) {
    rows = matrix.numRows;
    columns = matrix.numCols;
    k = settings.rank();
    alphaM = settings.alphaM();
    alphaD = settings.alphaD();
    p = matrix.data.clone();
    double[] transposed = new double[rows * columns];
    double squares = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double value = p[i * columns + j];
        transposed[j * rows + i] = value;
        squares += value * value;
      }
    }
    squaresOfP = squares;
    timesP = new FactorProduct(p, rows, columns);
    timesTransposed = new FactorProduct(transposed, columns, rows);
    productM = new double[k * rows];
    productD = new double[k * columns];
    gramM = new double[k * k];
    gramD = new double[k * k];
    gradient = new double[Math.max(rows, columns)];
  }

  @Override
  public double pass(double[] m, double[] d) {
    timesTransposed.multiply(d, k, productM);
    gram(d, columns, gramD);
    double violation = update(m, rows, productM, gramD, alphaM);
    timesP.multiply(m, k, productD);
    gram(m, rows, gramM);
    return violation + update(d, columns, productD, gramM, alphaD);
  }

  /** {@code gram = F F^T} of a factor F (k x n). */
  private void gram(double[] factor, int n, double[] gram) {
    for (int r = 0; r < k; r++) {
      for (int s = r; s < k; s++) {
        double dot = dot(factor, r * n, s * n, n);
        gram[r * k + s] = dot;
        gram[s * k + r] = dot;
      }
    }
  }

  private static double dot(double[] values, int a, int b, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += values[a + i] * values[b + i];
      s1 += values[a + i + 1] * values[b + i + 1];
      s2 += values[a + i + 2] * values[b + i + 2];
      s3 += values[a + i + 3] * values[b + i + 3];
    }
    for (; i < n; i++) {
      s0 += values[a + i] * values[b + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Sets each row of the factor to its best non-negative value, given the others so far. */
  private double update(double[] factor, int n, double[] product, double[] gram, double alpha) {
    double violation = 0;
    for (int r = 0; r < k; r++) {
      int row = r * n;
      for (int i = 0; i < n; i++) {
        gradient[i] = -product[row + i];
      }
      for (int s = 0; s < k; s++) {
        addScaled(gram[r * k + s] + (s == r ? alpha : 0), factor, s * n, n);
      }
      double curvature = gram[r * k + r] + alpha;
      if (curvature > 0) {
        violation += projectedGradient(factor, row, n);
        descend(factor, row, n, 1 / curvature);
      }
    }
    return violation;
  }

  private void addScaled(double a, double[] factor, int from, int n) {
    double[] sum = gradient;
    for (int i = 0; i < n; i++) {
      sum[i] += a * factor[from + i];
    }
  }

  private double projectedGradient(double[] factor, int row, int n) {
    double even = 0;
    double odd = 0;
    for (int i = 0; i < n; i++) {
      double g = factor[row + i] == 0 ? Math.min(0, gradient[i]) : gradient[i];
      if ((i & 1) == 0) {
        even += Math.abs(g);
      } else {
        odd += Math.abs(g);
      }
    }
    return even + odd;
  }

  private void descend(double[] factor, int row, int n, double step) {
    double[] slope = gradient;
    for (int i = 0; i < n; i++) {
      factor[row + i] = Math.max(0, factor[row + i] - step * slope[i]);
    }
  }

  @Override
  public double squaredError(double[] m, double[] d) {
    // M P^T stands from the last update of D, so the error needs no product with P
    double cross = 0;
    for (int i = 0; i < productD.length; i++) {
      cross += productD[i] * d[i];
    }
    gram(d, columns, gramD);
    double fitted = 0;
    for (int i = 0; i < gramD.length; i++) {
      fitted += gramM[i] * gramD[i];
    }
    double squared = squaresOfP - 2 * cross + fitted;
    return squared > CANCELLATION * squaresOfP ? squared : entryByEntry(m, d);
  }

  private double entryByEntry(double[] m, double[] d) {
    double squared = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double residual = p[i * columns + j];
        for (int r = 0; r < k; r++) {
          residual -= m[r * rows + i] * d[r * columns + j];
        }
        squared += residual * residual;
      }
    }
    return squared;
  }
}
