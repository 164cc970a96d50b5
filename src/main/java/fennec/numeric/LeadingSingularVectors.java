package fennec.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The largest singular values of A (m x n) and their vectors, from the eigenvectors of the smaller
 * of A^T A and A A^T. Values below about 1e-8 of the largest are not told from 0, which is enough
 * where only leading ones are wanted. Cost O(m n min(m, n)).
 */
final class LeadingSingularVectors {

  private final double[] values;
  private final double[][] left;
  private final double[][] right;

  private LeadingSingularVectors(double[] values, double[][] left, double[][] right) {
    this.values = values;
    this.left = left;
    this.right = right;
  }

  /**
   * The {@code count} leading ones, each right vector with its largest entry (by size) positive.
   */
  static LeadingSingularVectors of(DMatrixRMaj a, int count) {
    boolean tall = a.numRows >= a.numCols;
    int n = Math.min(a.numRows, a.numCols);
    DMatrixRMaj gram = new DMatrixRMaj(n, n);
    if (tall) {
      CommonOps_DDRM.multInner(a, gram);
    } else {
      CommonOps_DDRM.multOuter(a, gram);
    }
    SymmetricEigen eigen = SymmetricEigen.of(gram);
    double floor = Math.sqrt(Math.max(0, eigen.values()[0])) * 1e-8;
    double[] values = new double[count];
    double[][] left = new double[count][];
    double[][] right = new double[count][];
    for (int r = 0; r < count; r++) {
      double[] near = new double[n];
      for (int i = 0; i < n; i++) {
        near[i] = eigen.vectors().unsafe_get(i, r);
      }
      double value = Math.sqrt(Math.max(0, eigen.values()[r]));
      values[r] = value > floor ? value : 0;
      double[] far = apply(a, near, !tall, values[r]);
      left[r] = tall ? far : near;
      right[r] = tall ? near : far;
      orient(left[r], right[r]);
    }
    return new LeadingSingularVectors(values, left, right);
  }

  /** A v / value, or A^T v / value; zeros where the value is 0. */
  private static double[] apply(DMatrixRMaj a, double[] v, boolean transposed, double value) {
    double[] out = new double[transposed ? a.numCols : a.numRows];
    if (value == 0) {
      return out;
    }
    for (int i = 0; i < a.numRows; i++) {
      for (int j = 0; j < a.numCols; j++) {
        if (transposed) {
          out[j] += a.unsafe_get(i, j) * v[i] / value;
        } else {
          out[i] += a.unsafe_get(i, j) * v[j] / value;
        }
      }
    }
    return out;
  }

  private static void orient(double[] u, double[] v) {
    int largest = 0;
    for (int i = 1; i < v.length; i++) {
      if (Math.abs(v[i]) > Math.abs(v[largest])) {
        largest = i;
      }
    }
    if (v[largest] < 0) {
      for (int i = 0; i < u.length; i++) {
        u[i] = -u[i];
      }
      for (int i = 0; i < v.length; i++) {
        v[i] = -v[i];
      }
    }
  }

  int count() {
    return values.length;
  }

  double value(int r) {
    return values[r];
  }

  /** Left singular vector (m). */
  double[] left(int r) {
    return left[r];
  }

  /** Right singular vector (n). */
  double[] right(int r) {
    return right[r];
  }
}
