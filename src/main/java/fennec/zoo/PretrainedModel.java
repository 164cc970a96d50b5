package fennec.zoo;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A published pre-trained network, as far as its facts are known.
 *
 * @param name the name it is published under, unique within a zoo
 * @param family the family of architectures, for example {@code ViT}; empty if not known
 * @param architecture the name of its dataflow graph, for example {@code torchvision.resnet50};
 *     empty if there is none
 * @param parameters number of weights
 * @param inputSize side of the square input in pixels
 * @param pretrainingData name of the data it was trained on; empty if not known
 * @param sourceAccuracy accuracy on that data as its source states it, a fraction in [0, 1]
 * @param url its page; empty if not known
 */
public record PretrainedModel(
    String name,
    String family,
    String architecture,
    OptionalLong parameters,
    OptionalInt inputSize,
    String pretrainingData,
    OptionalDouble sourceAccuracy,
    String url) {

  /** Checks that no component is null and that the model has a name. */
  public PretrainedModel {
    Objects.requireNonNull(family);
    Objects.requireNonNull(architecture);
    Objects.requireNonNull(parameters);
    Objects.requireNonNull(inputSize);
    Objects.requireNonNull(pretrainingData);
    Objects.requireNonNull(sourceAccuracy);
    Objects.requireNonNull(url);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a pre-trained model needs a name");
    }
  }

  /** A model of which nothing but the name is known. */
  public static PretrainedModel withoutFacts(String name) {
    return new PretrainedModel(
        name, "", "", OptionalLong.empty(), OptionalInt.empty(), "", OptionalDouble.empty(), "");
  }

  /** The same facts under another name. */
  public PretrainedModel named(String other) {
    return other.equals(name)
        ? this
        : new PretrainedModel(
            other,
            family,
            architecture,
            parameters,
            inputSize,
            pretrainingData,
            sourceAccuracy,
            url);
  }
}
