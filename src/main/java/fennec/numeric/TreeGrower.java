package fennec.numeric;

import fennec.numeric.RegressionForest.QuantileBins;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Grows one tree of a {@link RegressionForest} on binned features. The outputs of a node's rows are
 * laid side by side once a node, and a word of 64 bits remembers which of the 64 bins hold rows, so
 * that a feature costs one pass over the node and one over the bins that are filled.
 */
final class TreeGrower {

  private static final int FEATURES_PART = 3;
  private static final double AGREE = 1e-12;

  private final QuantileBins bins;
  private final double[][] y;
  private final SplittableRandom random;
  private final int outputs;
  private final int[] features;
  private final double[] binSums;
  private final int[] binCounts = new int[QuantileBins.MOST];
  private final double[] outputsOfNode;
  private final double[] below;

  private int[] feature = new int[64];
  private float[] threshold = new float[64];
  private int[] left = new int[64];
  private double[][] value = new double[64][];
  private int nodes;

  TreeGrower(QuantileBins bins, double[][] y, SplittableRandom random) {
    this.bins = bins;
    this.y = y;
    this.random = random;
    this.outputs = y[0].length;
    this.features = new int[bins.codes().length];
    Arrays.setAll(features, f -> f);
    this.binSums = new double[QuantileBins.MOST * outputs];
    this.outputsOfNode = new double[y.length * outputs];
    this.below = new double[outputs];
  }

  private record Open(int node, int from, int to) {}

  private record Split(int feature, int bin, double gain) {}

  /** Grows the tree on the rows named in {@code sample}, which is reordered. */
  RegressionTree grow(int[] sample) {
    Deque<Open> open = new ArrayDeque<>();
    addNode();
    open.push(new Open(0, 0, sample.length));
    while (!open.isEmpty()) {
      Open at = open.pop();
      double[] sum = sum(sample, at);
      Split split = deviation(sample, at, sum) > AGREE ? best(sample, at, sum) : null;
      if (split == null) {
        feature[at.node] = -1;
        value[at.node] = Arrays.stream(sum).map(s -> s / (at.to - at.from)).toArray();
        continue;
      }
      int middle = partition(sample, at, split);
      feature[at.node] = split.feature;
      threshold[at.node] = bins.borders()[split.feature][split.bin];
      left[at.node] = addNode();
      addNode();
      open.push(new Open(left[at.node] + 1, middle, at.to));
      open.push(new Open(left[at.node], at.from, middle));
    }
    return new RegressionTree(
        Arrays.copyOf(feature, nodes),
        Arrays.copyOf(threshold, nodes),
        Arrays.copyOf(left, nodes),
        Arrays.copyOf(value, nodes));
  }

  private int addNode() {
    if (nodes == feature.length) {
      feature = Arrays.copyOf(feature, 2 * nodes);
      threshold = Arrays.copyOf(threshold, 2 * nodes);
      left = Arrays.copyOf(left, 2 * nodes);
      value = Arrays.copyOf(value, 2 * nodes);
    }
    return nodes++;
  }

  private double[] sum(int[] sample, Open at) {
    double[] sum = new double[outputs];
    for (int i = at.from; i < at.to; i++) {
      for (int j = 0; j < outputs; j++) {
        sum[j] += y[sample[i]][j];
      }
    }
    return sum;
  }

  private double deviation(int[] sample, Open at, double[] sum) {
    int n = at.to - at.from;
    double square = 0;
    for (int i = at.from; i < at.to; i++) {
      for (int j = 0; j < outputs; j++) {
        double off = y[sample[i]][j] - sum[j] / n;
        square += off * off;
      }
    }
    return square;
  }

  /** The split that gains most over a third of the features; null if none gains anything. */
  private Split best(int[] sample, Open at, double[] sum) {
    for (int i = at.from, to = 0; i < at.to; i++, to += outputs) {
      System.arraycopy(y[sample[i]], 0, outputsOfNode, to, outputs);
    }
    double whole = 0;
    for (double s : sum) {
      whole += s * s / (at.to - at.from);
    }
    Split best = null;
    int asked = Math.max(1, features.length / FEATURES_PART);
    for (int draw = 0; draw < features.length; draw++) {
      if (draw >= asked && best != null) {
        break;
      }
      int other = draw + random.nextInt(features.length - draw);
      int f = features[other];
      features[other] = features[draw];
      features[draw] = f;
      Split split = bestOf(f, fill(f, sample, at), at.to - at.from, sum, whole);
      if (split != null && (best == null || split.gain > best.gain)) {
        best = split;
      }
    }
    return best;
  }

  private Split bestOf(int f, long filled, int n, double[] sum, double whole) {
    Arrays.fill(below, 0);
    int count = 0;
    int bestBin = -1;
    double bestGain = AGREE;
    for (long left = filled; left != 0; left &= left - 1) {
      int bin = Long.numberOfTrailingZeros(left);
      count += binCounts[bin];
      if (count == n) {
        break;
      }
      double gain = -whole;
      for (int j = 0, from = bin * outputs; j < outputs; j++) {
        below[j] += binSums[from + j];
        double above = sum[j] - below[j];
        gain += below[j] * below[j] / count + above * above / (n - count);
      }
      if (gain > bestGain) {
        bestGain = gain;
        bestBin = bin;
      }
    }
    return bestBin < 0 ? null : new Split(f, bestBin, bestGain);
  }

  /** Counts and sums the rows of each bin; one bit is set for each bin that has rows. */
  private long fill(int f, int[] sample, Open at) {
    byte[] codes = bins.codes()[f];
    long filled = 0;
    for (int i = at.from, from = 0; i < at.to; i++, from += outputs) {
      int bin = codes[sample[i]];
      int to = bin * outputs;
      if ((filled & 1L << bin) == 0) {
        filled |= 1L << bin;
        binCounts[bin] = 1;
        System.arraycopy(outputsOfNode, from, binSums, to, outputs);
      } else {
        binCounts[bin]++;
        for (int j = 0; j < outputs; j++) {
          binSums[to + j] += outputsOfNode[from + j];
        }
      }
    }
    return filled;
  }

  private int partition(int[] sample, Open at, Split split) {
    byte[] codes = bins.codes()[split.feature];
    int low = at.from;
    int high = at.to - 1;
    while (low <= high) {
      if (codes[sample[low]] <= split.bin) {
        low++;
      } else {
        int swap = sample[low];
        sample[low] = sample[high];
        sample[high--] = swap;
      }
    }
    return low;
  }
}
