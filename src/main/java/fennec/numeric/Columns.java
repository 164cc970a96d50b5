package fennec.numeric;

import org.ejml.data.DMatrixRMaj;

/** Means of the columns of a matrix, and the matrix without them. */
final class Columns {

  private Columns() {}

  /** Mean of each column of {@code x} (n x d): d numbers. */
  static double[] means(DMatrixRMaj x) {
    double[] mean = new double[x.numCols];
    for (int i = 0; i < x.numRows; i++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += x.unsafe_get(i, j);
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= x.numRows;
    }
    return mean;
  }

  /** A copy of {@code x} with {@code offset[j]} taken from each entry of column j. */
  static DMatrixRMaj minus(DMatrixRMaj x, double[] offset) {
    if (x.numCols != offset.length) {
      throw new IllegalArgumentException(x.numCols + " columns, " + offset.length + " expected");
    }
    DMatrixRMaj out = new DMatrixRMaj(x.numRows, x.numCols);
    for (int i = 0; i < x.numRows; i++) {
      for (int j = 0; j < offset.length; j++) {
        out.unsafe_set(i, j, x.unsafe_get(i, j) - offset[j]);
      }
    }
    return out;
  }
}
