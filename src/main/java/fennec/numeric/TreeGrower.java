package fennec.numeric;

import fennec.numeric.RegressionForest.QuantileBins;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows one tree of a {@link RegressionForest} on binned features. A row that a bootstrap sample
 * draws several times is kept once with its weight, the outputs of a node's rows are laid side by
 * side once a node, and a word of 64 bits remembers which of the 64 bins hold rows, so that a
 * feature costs one pass over the node's different rows and one over the bins that are filled.
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
  private final int[] weightsOfNode;
  private final int[] weights;
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
    this.weightsOfNode = new int[y.length];
    this.weights = new int[y.length];
    this.below = new double[outputs];
  }

  /** A node to split: its different rows and the sum of their weights. */
  private record Open(int node, int from, int to, int weight) {}

  private record Split(int feature, int bin, double gain) {}

  /** Grows the tree on the rows named in {@code drawn}, some perhaps several times. */
  RegressionTree grow(int[] drawn) {
    Arrays.fill(weights, 0);
    for (int row : drawn) {
      weights[row]++;
    }
    int[] sample = IntStream.range(0, weights.length).filter(row -> weights[row] > 0).toArray();
    Deque<Open> open = new ArrayDeque<>();
    addNode();
    open.push(new Open(0, 0, sample.length, drawn.length));
    while (!open.isEmpty()) {
      Open at = open.pop();
      double[] sum = sum(sample, at);
      Split split = deviation(sample, at, sum) > AGREE ? best(sample, at, sum) : null;
      if (split == null) {
        feature[at.node] = -1;
        value[at.node] = Arrays.stream(sum).map(s -> s / at.weight).toArray();
        continue;
      }
      int middle = partition(sample, at, split);
      feature[at.node] = split.feature;
      threshold[at.node] = bins.borders()[split.feature][split.bin];
      left[at.node] = addNode();
      addNode();
      int below = weight(sample, at.from, middle);
      open.push(new Open(left[at.node] + 1, middle, at.to, at.weight - below));
      open.push(new Open(left[at.node], at.from, middle, below));
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

  private int weight(int[] sample, int from, int to) {
    int weight = 0;
    for (int i = from; i < to; i++) {
      weight += weights[sample[i]];
    }
    return weight;
  }

  private double[] sum(int[] sample, Open at) {
    double[] sum = new double[outputs];
    for (int i = at.from; i < at.to; i++) {
      for (int j = 0; j < outputs; j++) {
        sum[j] += weights[sample[i]] * y[sample[i]][j];
      }
    }
    return sum;
  }

  private double deviation(int[] sample, Open at, double[] sum) {
    double square = 0;
    for (int i = at.from; i < at.to; i++) {
      for (int j = 0; j < outputs; j++) {
        double off = y[sample[i]][j] - sum[j] / at.weight;
        square += weights[sample[i]] * off * off;
      }
    }
    return square;
  }

  /** The split that gains most over a third of the features; null if none gains anything. */
  private Split best(int[] sample, Open at, double[] sum) {
    for (int i = at.from, to = 0; i < at.to; i++, to += outputs) {
      int weight = weights[sample[i]];
      weightsOfNode[i - at.from] = weight;
      for (int j = 0; j < outputs; j++) {
        outputsOfNode[to + j] = weight * y[sample[i]][j];
      }
    }
    double whole = 0;
    for (double s : sum) {
      whole += s * s / at.weight;
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
      Split split = bestOf(f, fill(f, sample, at), at.weight, sum, whole);
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
      double squareBelow = 0;
      double squareAbove = 0;
      for (int j = 0, from = bin * outputs; j < outputs; j++) {
        below[j] += binSums[from + j];
        double above = sum[j] - below[j];
        squareBelow += below[j] * below[j];
        squareAbove += above * above;
      }
      // Splits that gain the same are told apart by rounding: in another order of these
      // operations other trees grow, and published figures change.
      double gain = squareBelow / count + squareAbove / (n - count) - whole;
      if (gain > bestGain) {
        bestGain = gain;
        bestBin = bin;
      }
    }
    return bestBin < 0 ? null : new Split(f, bestBin, bestGain);
  }

  /** Weighs and sums the rows of each bin; one bit is set for each bin that has rows. */
  private long fill(int f, int[] sample, Open at) {
    byte[] codes = bins.codes()[f];
    long filled = 0;
    for (int i = at.from, from = 0; i < at.to; i++, from += outputs) {
      int bin = codes[sample[i]];
      int to = bin * outputs;
      if ((filled & 1L << bin) == 0) {
        filled |= 1L << bin;
        binCounts[bin] = weightsOfNode[i - at.from];
        System.arraycopy(outputsOfNode, from, binSums, to, outputs);
      } else {
        binCounts[bin] += weightsOfNode[i - at.from];
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
