package fennec.ui.session;

import fennec.zoo.PretrainedModel;
import java.util.Collections;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which models are shown. Empty parts do not narrow; a model whose fact is unknown is left out by a
 * part that needs it.
 *
 * @param text words that must all occur in name, family or pre-training data, in any case
 * @param families families allowed; empty means all
 * @param minParameters fewest parameters
 * @param maxParameters most parameters; {@link Long#MAX_VALUE} for no limit
 * @param inputSizes input sides in pixels allowed; empty means all
 * @param memoryGigabytes memory that fine-tuning must fit in; 0 for no limit
 * @param pretrainingData names of pre-training data allowed; empty means all
 * @param maxMultiplyAdds most multiply-adds of one image, in billions; 0 for no limit
 */
public record ModelFilter(
    String text,
    Set<String> families,
    long minParameters,
    long maxParameters,
    Set<Integer> inputSizes,
    double memoryGigabytes,
    Set<String> pretrainingData,
    double maxMultiplyAdds) {

  /** Shows all. */
  public static final ModelFilter NONE =
      new ModelFilter("", Set.of(), 0, Long.MAX_VALUE, Set.of(), 0, Set.of(), 0);

  /** Weights, gradients and Adam's two moments in single precision. */
  public static final int BYTES_PER_PARAMETER = 16;

  /** Copies the sets, in order. */
  public ModelFilter {
    families = Collections.unmodifiableSet(new TreeSet<>(families));
    inputSizes = Collections.unmodifiableSet(new TreeSet<>(inputSizes));
    pretrainingData = Collections.unmodifiableSet(new TreeSet<>(pretrainingData));
  }

  /** Whether {@code model}, which takes {@code multiplyAdds} for an image, is shown. */
  public boolean accepts(PretrainedModel model, OptionalLong multiplyAdds) {
    return (families.isEmpty() || families.contains(model.family()))
        && (pretrainingData.isEmpty() || pretrainingData.contains(model.pretrainingData()))
        && (maxMultiplyAdds <= 0
            || (multiplyAdds.isPresent() && multiplyAdds.getAsLong() <= maxMultiplyAdds * 1e9))
        && (inputSizes.isEmpty()
            || (model.inputSize().isPresent() && inputSizes.contains(model.inputSize().getAsInt())))
        && acceptsSize(model)
        && acceptsText(model);
  }

  private boolean acceptsSize(PretrainedModel model) {
    boolean limited = minParameters > 0 || maxParameters < Long.MAX_VALUE || memoryGigabytes > 0;
    if (!limited) {
      return true;
    }
    if (model.parameters().isEmpty()) {
      return false;
    }
    long parameters = model.parameters().getAsLong();
    return parameters >= minParameters
        && parameters <= maxParameters
        && (memoryGigabytes <= 0 || fineTuningGigabytes(parameters) <= memoryGigabytes);
  }

  private boolean acceptsText(PretrainedModel model) {
    if (text.isBlank()) {
      return true;
    }
    String facts =
        (model.name() + " " + model.family() + " " + model.pretrainingData())
            .toLowerCase(Locale.ROOT);
    for (String word : text.toLowerCase(Locale.ROOT).trim().split("\\s+")) {
      if (!facts.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Gigabytes (10^9 bytes) that fine-tuning needs before activations are counted. */
  public static double fineTuningGigabytes(long parameters) {
    return parameters * (double) BYTES_PER_PARAMETER / 1e9;
  }

  /** Number of parts that narrow, the text not counted. */
  public int activeParts() {
    return (families.isEmpty() ? 0 : 1)
        + (minParameters > 0 || maxParameters < Long.MAX_VALUE ? 1 : 0)
        + (inputSizes.isEmpty() ? 0 : 1)
        + (memoryGigabytes > 0 ? 1 : 0)
        + (pretrainingData.isEmpty() ? 0 : 1)
        + (maxMultiplyAdds > 0 ? 1 : 0);
  }

  /** The same with another text. */
  public ModelFilter withText(String other) {
    return with(parts -> parts.text = other);
  }

  /** The same with other families. */
  public ModelFilter withFamilies(Set<String> other) {
    return with(parts -> parts.families = other);
  }

  /** The same with another range of parameters. */
  public ModelFilter withParameters(long min, long max) {
    return with(
        parts -> {
          parts.minParameters = min;
          parts.maxParameters = max;
        });
  }

  /** The same with other input sizes. */
  public ModelFilter withInputSizes(Set<Integer> other) {
    return with(parts -> parts.inputSizes = other);
  }

  /** The same with another limit of memory. */
  public ModelFilter withMemory(double gigabytes) {
    return with(parts -> parts.memoryGigabytes = gigabytes);
  }

  /** The same with other pre-training data. */
  public ModelFilter withPretrainingData(Set<String> other) {
    return with(parts -> parts.pretrainingData = other);
  }

  /** The same with another limit of multiply-adds, in billions. */
  public ModelFilter withMultiplyAdds(double billions) {
    return with(parts -> parts.maxMultiplyAdds = billions);
  }

  private ModelFilter with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.filter();
  }

  /** The parts of a filter while one of them changes. */
  private static final class Parts {

    private String text;
    private Set<String> families;
    private long minParameters;
    private long maxParameters;
    private Set<Integer> inputSizes;
    private double memoryGigabytes;
    private Set<String> pretrainingData;
    private double maxMultiplyAdds;

    Parts(ModelFilter of) {
      text = of.text;
      families = of.families;
      minParameters = of.minParameters;
      maxParameters = of.maxParameters;
      inputSizes = of.inputSizes;
      memoryGigabytes = of.memoryGigabytes;
      pretrainingData = of.pretrainingData;
      maxMultiplyAdds = of.maxMultiplyAdds;
    }

    ModelFilter filter() {
      return new ModelFilter(
          text,
          families,
          minParameters,
          maxParameters,
          inputSizes,
          memoryGigabytes,
          pretrainingData,
          maxMultiplyAdds);
    }
  }
}
