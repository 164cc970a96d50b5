package fennec.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How alike two lists of n numbers are, each in [-1, 1]; NaN where one of them is constant, holds a
 * NaN, or n is below 2. Ties are handled as SciPy handles them.
 */
public final class Correlations {

  private Correlations() {}

  /** Pearson's r: covariance over the product of standard deviations. Cost O(n). */
  public static double pearson(double[] x, double[] y) {
    if (unusable(x, y)) {
      return Double.NaN;
    }
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      double a = x[i] - meanX;
      double b = y[i] - meanY;
      xy += a * b;
      xx += a * a;
      yy += b * b;
    }
    return clip(xy / Math.sqrt(xx) / Math.sqrt(yy));
  }

  /** Spearman's rho: Pearson's r of the ranks, equal numbers sharing their mean rank. */
  public static double spearman(double[] x, double[] y) {
    return unusable(x, y) ? Double.NaN : pearson(ranks(x), ranks(y));
  }

  /** Ranks from 1, equal numbers sharing the mean of their ranks. Cost O(n log n). */
  public static double[] ranks(double[] x) {
    int[] order = order(x.length, Comparator.comparingDouble(i -> unsigned(x[i])));
    double[] ranks = new double[x.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && x[order[to]] == x[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  /** Kendall's tau-b: concordant minus discordant pairs, corrected for ties. Cost O(n^2). */
  public static double kendall(double[] x, double[] y) {
    if (unusable(x, y)) {
      return Double.NaN;
    }
    double[] even = new double[x.length];
    Arrays.fill(even, 0.5);
    return weightedPairs(x, y, even);
  }

  /**
   * Kendall's tau with each pair weighted by the sum of the hyperbolic weights 1 / (rank + 1) of
   * its two elements, so that exchanges among the best count most: the mean of the value with ranks
   * by decreasing x (ties by y) and that with ranks by decreasing y (ties by x). Cost O(n^2).
   *
   * <p>Source: Vigna, WWW 2015; the defaults of {@code scipy.stats.weightedtau}.
   */
  public static double weightedKendall(double[] x, double[] y) {
    if (unusable(x, y)) {
      return Double.NaN;
    }
    return (weightedPairs(x, y, hyperbolic(x, y)) + weightedPairs(y, x, hyperbolic(y, x))) / 2;
  }

  /** Weight of each element by its place in decreasing order of {@code first}, then second. */
  private static double[] hyperbolic(double[] first, double[] second) {
    int[] order =
        order(
            first.length,
            Comparator.<Integer>comparingDouble(i -> unsigned(first[i]))
                .thenComparingDouble(i -> unsigned(second[i])));
    double[] weight = new double[first.length];
    for (int place = 0; place < order.length; place++) {
      weight[order[order.length - 1 - place]] = 1.0 / (place + 1);
    }
    return weight;
  }

  private static double weightedPairs(double[] x, double[] y, double[] weight) {
    double difference = 0;
    double untiedX = 0;
    double untiedY = 0;
    for (int i = 1; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double w = weight[i] + weight[j];
        int signX = Double.compare(unsigned(x[i]), unsigned(x[j]));
        int signY = Double.compare(unsigned(y[i]), unsigned(y[j]));
        difference += w * signX * signY;
        untiedX += signX == 0 ? 0 : w;
        untiedY += signY == 0 ? 0 : w;
      }
    }
    return clip(difference / Math.sqrt(untiedX) / Math.sqrt(untiedY));
  }

  /** Minus zero as zero: they are equal numbers but differ in order. */
  private static double unsigned(double value) {
    return value + 0.0;
  }

  private static int[] order(int n, Comparator<Integer> comparator) {
    // the sort is stable: equal elements keep their order
    return IntStream.range(0, n).boxed().sorted(comparator).mapToInt(Integer::intValue).toArray();
  }

  private static boolean unusable(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " numbers beside " + y.length);
    }
    return x.length < 2 || constant(x) || constant(y);
  }

  private static boolean constant(double[] values) {
    boolean same = true;
    for (double value : values) {
      if (Double.isNaN(value)) {
        return true;
      }
      same &= value == values[0];
    }
    return same;
  }

  private static double clip(double value) {
    return Math.max(-1, Math.min(1, value));
  }
}
