package fennec.recommend;

import fennec.zoo.PretrainedModel;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Estimates the transfer scores of models without a history as the weighted mean of those that have
 * one. The weight of history model i for newcomer c is {@code a_ic * exp(-(log10 p_i - log10 p_c)^2
 * / (2 * 0.3^2)) * b_ic}, where a is {@code exp((cos - 1) / 0.1)} of the architectures' vectors, or
 * 1 for the same family and 0.01 for another where there is no vector, p are parameters, and b is 2
 * for the same pre-training data, else 1.
 *
 * <p>An estimate, not a prediction: it is marked as such wherever it is shown. Deterministic. Cost
 * O(m) a newcomer and draw.
 */
final class TransferEstimate {

  private static final double LIKENESS_SCALE = 0.1;
  private static final double ANOTHER_FAMILY = 0.01;
  private static final double DECADES = 0.3;
  private static final double SAME_DATA = 2;

  private final List<PretrainedModel> known;
  private final ArchitectureLikeness likeness;

  TransferEstimate(List<PretrainedModel> known, ArchitectureLikeness likeness) {
    this.known = known;
    this.likeness = likeness;
  }

  /** Weights of the known models for {@code newcomer}; they add up to 1. */
  double[] weights(PretrainedModel newcomer) {
    double[] weights = new double[known.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(known.get(i), newcomer);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sum > 0 ? weights[i] / sum : 1.0 / weights.length;
    }
    return weights;
  }

  private double weight(PretrainedModel one, PretrainedModel newcomer) {
    OptionalDouble cosine = likeness.between(one.architecture(), newcomer.architecture());
    double weight;
    if (cosine.isPresent()) {
      weight = Math.exp((cosine.getAsDouble() - 1) / LIKENESS_SCALE);
    } else {
      weight =
          !newcomer.family().isEmpty() && one.family().equalsIgnoreCase(newcomer.family())
              ? 1
              : ANOTHER_FAMILY;
    }
    if (one.parameters().isPresent() && newcomer.parameters().isPresent()) {
      double decades =
          Math.log10((double) one.parameters().getAsLong())
              - Math.log10((double) newcomer.parameters().getAsLong());
      weight *= Math.exp(-decades * decades / (2 * DECADES * DECADES));
    }
    boolean sameData =
        !newcomer.pretrainingData().isEmpty()
            && one.pretrainingData().equalsIgnoreCase(newcomer.pretrainingData());
    return sameData ? SAME_DATA * weight : weight;
  }

  /** Weighted mean of {@code scores} of the known models. */
  static double mean(double[] weights, double[] scores) {
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * scores[i];
    }
    return mean;
  }
}
