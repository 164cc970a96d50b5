package fennec.zoo;

import java.util.Collections;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pre-trained model with what its publishers measured of it at one input size.
 *
 * @param pretrained the model
 * @param multiplyAdds multiply-adds of one image
 * @param activations numbers held between layers for one image
 * @param accuracies top-1 accuracy by test set, for example {@code imagenet_v2}; fractions
 * @param gpuImagesPerSecond the publishers' throughput on an RTX 4090
 * @param cpuImagesPerSecond the publishers' throughput on an i9-10940X
 */
public record BenchmarkedModel(
    PretrainedModel pretrained,
    OptionalDouble multiplyAdds,
    OptionalDouble activations,
    SortedMap<String, Double> accuracies,
    OptionalDouble gpuImagesPerSecond,
    OptionalDouble cpuImagesPerSecond) {

  /** Copies the map and checks that no component is null. */
  public BenchmarkedModel {
    Objects.requireNonNull(pretrained);
    Objects.requireNonNull(multiplyAdds);
    Objects.requireNonNull(activations);
    accuracies = Collections.unmodifiableSortedMap(new TreeMap<>(accuracies));
    Objects.requireNonNull(gpuImagesPerSecond);
    Objects.requireNonNull(cpuImagesPerSecond);
  }
}
