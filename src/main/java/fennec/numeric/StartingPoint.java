package fennec.numeric;

import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/**
 * Where a factorization starts: both factors transposed, k rows of m or t numbers.
 *
 * @param rows M^T (k x m)
 * @param columns D^T (k x t)
 */
record StartingPoint(double[] rows, double[] columns) {

  /** Absolute values of normal numbers, times the root of the mean entry over k. */
  static StartingPoint random(DMatrixRMaj p, int k, RandomGenerator random) {
    double scale = Math.sqrt(mean(p) / k);
    double[] rows = new double[k * p.numRows];
    double[] columns = new double[k * p.numCols];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = scale * Math.abs(random.nextGaussian());
    }
    for (int i = 0; i < rows.length; i++) {
      rows[i] = scale * Math.abs(random.nextGaussian());
    }
    return new StartingPoint(rows, columns);
  }

  /**
   * Of each singular pair the signed half with the larger product of norms; missing entries stand
   * in with the mean of their column. Factors beyond the rank of P start at the filling alone.
   *
   * @param filled whether zeros become the mean entry
   */
  static StartingPoint ofSingularVectors(DMatrixRMaj p, int k, boolean filled) {
    DMatrixRMaj whole = withColumnMeans(p);
    LeadingSingularVectors svd = LeadingSingularVectors.of(whole, Math.min(k, smaller(p)));
    int m = p.numRows;
    int t = p.numCols;
    double[] rows = new double[k * m];
    double[] columns = new double[k * t];
    for (int r = 0; r < svd.count(); r++) {
      double[] u = svd.left(r);
      double[] v = svd.right(r);
      double positive = norm(u, 1) * norm(v, 1);
      double negative = norm(u, -1) * norm(v, -1);
      int sign = positive >= negative ? 1 : -1;
      double product = Math.max(positive, negative);
      if (product > 0) {
        double scale = Math.sqrt(svd.value(r) * product);
        half(u, sign, scale / norm(u, sign), rows, r * m);
        half(v, sign, scale / norm(v, sign), columns, r * t);
      }
    }
    if (filled || k > svd.count()) {
      double filling = mean(p);
      fill(rows, filled ? 0 : svd.count() * m, filling);
      fill(columns, filled ? 0 : svd.count() * t, filling);
    }
    return new StartingPoint(rows, columns);
  }

  private static int smaller(DMatrixRMaj p) {
    return Math.min(p.numRows, p.numCols);
  }

  private static void fill(double[] values, int from, double filling) {
    for (int i = from; i < values.length; i++) {
      if (values[i] == 0) {
        values[i] = filling;
      }
    }
  }

  private static void half(double[] vector, int sign, double scale, double[] out, int at) {
    for (int i = 0; i < vector.length; i++) {
      // tiny numbers are noise of the decomposition and would lock a factor near zero
      double value = scale * Math.max(0, sign * vector[i]);
      out[at + i] = value < 1e-6 ? 0 : value;
    }
  }

  private static double norm(double[] vector, int sign) {
    double squares = 0;
    for (double value : vector) {
      double part = Math.max(0, sign * value);
      squares += part * part;
    }
    return Math.sqrt(squares);
  }

  private static double mean(DMatrixRMaj p) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < p.numRows * p.numCols; i++) {
      if (!Double.isNaN(p.data[i])) {
        sum += p.data[i];
        count++;
      }
    }
    return sum / count;
  }

  private static DMatrixRMaj withColumnMeans(DMatrixRMaj p) {
    DMatrixRMaj whole = p.copy();
    double overall = mean(p);
    for (int j = 0; j < p.numCols; j++) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < p.numRows; i++) {
        double value = p.unsafe_get(i, j);
        if (!Double.isNaN(value)) {
          sum += value;
          count++;
        }
      }
      double mean = count == 0 ? overall : sum / count;
      for (int i = 0; i < p.numRows; i++) {
        if (Double.isNaN(p.unsafe_get(i, j))) {
          whole.unsafe_set(i, j, mean);
        }
      }
    }
    return whole;
  }
}
