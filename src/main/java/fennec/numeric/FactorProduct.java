package fennec.numeric;

import java.util.Arrays;

/**
 * Products F X of small-by-n factors with one fixed matrix X (n x length), all stored along rows.
 * Four rows of X are added at a time in blocks that stay in the first cache, and inner loops run
 * along contiguous numbers, so the compiler can use the processor's vector units.
 */
final class FactorProduct {

  private static final int BLOCK = 512;

  private final double[] x;
  private final int n;
  private final int length;

  FactorProduct(double[] x, int n, int length) {
    this.x = x;
    this.n = n;
    this.length = length;
  }

  /** {@code out = factor X}: factor is k x n, out is k x length. Cost O(k n length). */
  void multiply(double[] factor, int k, double[] out) {
    Arrays.fill(out, 0, k * length, 0);
    for (int from = 0; from < length; from += BLOCK) {
      int size = Math.min(BLOCK, length - from);
      int i = 0;
      for (; i + 3 < n; i += 4) {
        for (int r = 0; r < k; r++) {
          addFour(factor, r * n + i, i * length + from, out, r * length + from, size);
        }
      }
      for (; i < n; i++) {
        for (int r = 0; r < k; r++) {
          addOne(factor[r * n + i], i * length + from, out, r * length + from, size);
        }
      }
    }
  }

  private void addFour(double[] factor, int at, int source, double[] out, int target, int size) {
    double a = factor[at];
    double b = factor[at + 1];
    double c = factor[at + 2];
    double d = factor[at + 3];
    int second = source + length;
    int third = second + length;
    int fourth = third + length;
    double[] in = x;
    for (int j = 0; j < size; j++) {
      out[target + j] +=
          a * in[source + j] + b * in[second + j] + c * in[third + j] + d * in[fourth + j];
    }
  }

  private void addOne(double a, int source, double[] out, int target, int size) {
    double[] in = x;
    for (int j = 0; j < size; j++) {
      out[target + j] += a * in[source + j];
    }
  }
}
