package fennec.numeric;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A random forest of multi-output regression trees: y (k numbers) from x (d numbers).
 *
 * <p>Each tree is grown on a bootstrap sample. A split looks at a third of the features, drawn
 * anew, and takes the threshold that leaves the smallest sum of squared deviations over all k
 * outputs; thresholds are the borders between at most 64 quantile bins of a feature. A node is
 * split until its outputs agree or it holds fewer than two samples.
 *
 * <p>Immutable and thread-safe. Every tree has a random stream of its own, derived from the seed
 * and its number, so the forest does not depend on the number of threads. Cost: fitting O(trees *
 * depth * n * d * k), prediction O(trees * depth) a row. Source: Breiman, Random Forests, Machine
 * Learning 45, 2001; binning as in gradient boosting on histograms.
 */
public final class RegressionForest {

  private final int dimension;
  private final int outputs;
  private final List<RegressionTree> trees;

  private RegressionForest(int dimension, int outputs, List<RegressionTree> trees) {
    this.dimension = dimension;
    this.outputs = outputs;
    this.trees = trees;
  }

  /**
   * Fits {@code trees} trees.
   *
   * @param x n rows of d finite numbers
   * @param y n rows of k finite numbers
   * @param trees number of trees, 1 or more
   * @param seed decides the bootstrap samples and the features a split looks at
   * @throws IllegalArgumentException if there are no rows, or x and y do not agree
   */
  public static RegressionForest fit(float[][] x, double[][] y, int trees, long seed) {
    if (x.length == 0 || x.length != y.length || trees < 1) {
      throw new IllegalArgumentException(
          x.length + " rows of features, " + y.length + " rows of outputs, " + trees + " trees");
    }
    QuantileBins bins = QuantileBins.of(x);
    List<RegressionTree> grown =
        IntStream.range(0, trees)
            .parallel()
            .mapToObj(
                t -> {
                  SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * t);
                  int[] sample =
                      IntStream.generate(() -> random.nextInt(x.length)).limit(x.length).toArray();
                  return new TreeGrower(bins, y, random).grow(sample);
                })
            .toList();
    return new RegressionForest(x[0].length, y[0].length, grown);
  }

  /** Number k of outputs. */
  public int outputs() {
    return outputs;
  }

  /** Number of trees. */
  public int size() {
    return trees.size();
  }

  /**
   * What each tree says of {@code row}: trees x k.
   *
   * @throws IllegalArgumentException if the row has another number of features than those of the
   *     fit
   */
  public double[][] predictTrees(float[] row) {
    if (row.length != dimension) {
      throw new IllegalArgumentException(
          row.length + " features where the forest knows " + dimension);
    }
    return trees.stream().map(tree -> tree.predict(row).clone()).toArray(double[][]::new);
  }

  /** Mean over trees for {@code row}: k numbers. */
  public double[] predict(float[] row) {
    double[] mean = new double[outputs];
    for (double[] said : predictTrees(row)) {
      for (int j = 0; j < outputs; j++) {
        mean[j] += said[j] / trees.size();
      }
    }
    return mean;
  }

  /** Features cut into at most 64 bins of equal counts. */
  record QuantileBins(byte[][] codes, float[][] borders) {

    static final int MOST = 64;

    /** Bins column by column: {@code codes[feature][row]}. */
    static QuantileBins of(float[][] x) {
      int n = x.length;
      int d = x[0].length;
      byte[][] codes = new byte[d][n];
      float[][] borders = new float[d][];
      for (int f = 0; f < d; f++) {
        float[] sorted = new float[n];
        for (int i = 0; i < n; i++) {
          sorted[i] = x[i][f];
        }
        Arrays.sort(sorted);
        borders[f] = cuts(sorted);
        for (int i = 0; i < n; i++) {
          int at = Arrays.binarySearch(borders[f], x[i][f]);
          codes[f][i] = (byte) (at >= 0 ? at : -at - 1);
        }
      }
      return new QuantileBins(codes, borders);
    }

    /** Increasing values; a row belongs to the first bin whose border is not below it. */
    private static float[] cuts(float[] sorted) {
      float[] cuts = new float[MOST - 1];
      int count = 0;
      for (int q = 1; q < MOST; q++) {
        int at = (int) ((long) q * sorted.length / MOST);
        if (at == 0 || sorted[at - 1] == sorted[sorted.length - 1]) {
          continue;
        }
        // Halfway to the next value, so that a value beside the border falls to the nearer side.
        int next = at;
        while (sorted[next] == sorted[at - 1]) {
          next++;
        }
        float cut = sorted[at - 1] + (sorted[next] - sorted[at - 1]) / 2;
        if (count == 0 || cut > cuts[count - 1]) {
          cuts[count++] = cut;
        }
      }
      return Arrays.copyOf(cuts, count);
    }
  }
}
