package fennec.numeric;

import org.ejml.data.DMatrixRMaj;

/**
 * min over w &gt;= 0 of ||A w - b||^2 + ridge ||w||^2 with A (n x k), over the entries of b that
 * are there. Cyclic coordinate descent on the k x k normal equations, which are small here; the
 * problem is convex, so it ends at the minimum.
 */
public final class NonNegativeLeastSquares {

  private static final int MAX_PASSES = 20_000;
  private static final double TOLERANCE = 1e-14;

  private NonNegativeLeastSquares() {}

  /**
   * The minimiser (k). Where several are equally good (columns of A that depend on each other) it
   * is the one reached from 0, always the same. Cost O(n k^2 + passes k^2).
   *
   * @param a A (n x k)
   * @param b n numbers, NaN where missing
   * @param ridge penalty, not negative
   * @throws IllegalArgumentException if the sizes do not agree
   */
  public static double[] solve(DMatrixRMaj a, double[] b, double ridge) {
    if (a.numRows != b.length) {
      throw new IllegalArgumentException(b.length + " numbers for " + a.numRows + " rows");
    }
    int k = a.numCols;
    double[] gram = new double[k * k];
    double[] right = new double[k];
    for (int i = 0; i < b.length; i++) {
      if (Double.isNaN(b[i])) {
        continue;
      }
      for (int r = 0; r < k; r++) {
        double value = a.unsafe_get(i, r);
        right[r] += value * b[i];
        for (int s = 0; s < k; s++) {
          gram[r * k + s] += value * a.unsafe_get(i, s);
        }
      }
    }
    for (int r = 0; r < k; r++) {
      gram[r * k + r] += ridge;
    }
    return descend(gram, right);
  }

  private static double[] descend(double[] gram, double[] right) {
    int k = right.length;
    double[] w = new double[k];
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      double moved = 0;
      double largest = 0;
      for (int r = 0; r < k; r++) {
        double curvature = gram[r * k + r];
        if (curvature <= 0) {
          continue;
        }
        double gradient = -right[r];
        for (int s = 0; s < k; s++) {
          gradient += gram[r * k + s] * w[s];
        }
        double next = Math.max(0, w[r] - gradient / curvature);
        moved = Math.max(moved, Math.abs(next - w[r]));
        largest = Math.max(largest, next);
        w[r] = next;
      }
      if (moved <= TOLERANCE * largest) {
        break;
      }
    }
    return w;
  }
}
