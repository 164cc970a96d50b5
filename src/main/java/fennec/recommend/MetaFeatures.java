package fennec.recommend;

import fennec.history.HistoricTask;
import fennec.recommend.MetaFeature.Value;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Turns the facts about a model and a task into columns of numbers for the {@link MetaRegressor}.
 *
 * <p>Of the model: log10 of its parameters, log2 of its input size, its pre-training data, and
 * either its family or, where dataflow graphs were clustered, its archi2vec cluster and log10 of
 * its number of convolutions and linear layers. Of the task: log10 of its images and of its
 * classes. A further group of columns says which pack a score comes from, so that differences of
 * protocol are not ascribed to the models; a prediction leaves it at its mean.
 */
final class MetaFeatures {

  private static final int FEWEST_MODELS_OF_A_CATEGORY = 2;

  private final List<MetaFeature> ofModel;
  private final List<MetaFeature> ofTask;
  private final MetaFeature.Categorical pack;
  private final Map<String, ArchitectureFact> architectures;

  MetaFeatures(TransferHistory history, Map<String, ArchitectureFact> architectures) {
    this.architectures = Map.copyOf(architectures);
    List<List<Value>> models = history.models().stream().map(this::values).toList();
    this.ofModel = new ArrayList<>();
    List<String> names = modelFeatureNames();
    for (int f = 0; f < names.size(); f++) {
      int feature = f;
      List<Value> seen = models.stream().map(v -> v.get(feature)).toList();
      ofModel.add(
          isNumber(names.get(f))
              ? new MetaFeature.Numeric(names.get(f), seen)
              : new MetaFeature.Categorical(names.get(f), seen, FEWEST_MODELS_OF_A_CATEGORY));
    }
    List<List<Value>> tasks = history.tasks().stream().map(MetaFeatures::values).toList();
    this.ofTask =
        List.of(
            new MetaFeature.Numeric("task images", tasks.stream().map(v -> v.get(0)).toList()),
            new MetaFeature.Numeric("task classes", tasks.stream().map(v -> v.get(1)).toList()));
    this.pack =
        new MetaFeature.Categorical("pack", history.packs().stream().map(Value::of).toList(), 1);
  }

  private List<String> modelFeatureNames() {
    return architectures.isEmpty()
        ? List.of("parameters", "input size", "pre-training data", "family")
        : List.of("parameters", "input size", "pre-training data", "architecture", "layers");
  }

  private static boolean isNumber(String feature) {
    return feature.equals("parameters") || feature.equals("input size") || feature.equals("layers");
  }

  /** Values of a model's features, in their order. */
  List<Value> values(PretrainedModel model) {
    return values(model, Map.of());
  }

  /** The same, with graph facts of architectures that were not there at the fit. */
  List<Value> values(PretrainedModel model, Map<String, ArchitectureFact> added) {
    Value parameters =
        Value.of(log10(model.parameters()), () -> MetaFeature.shown(model.parameters().orElse(0)));
    OptionalInt size = model.inputSize();
    Value input =
        Value.of(
            size.isPresent()
                ? OptionalDouble.of(Math.log(size.getAsInt()) / Math.log(2))
                : OptionalDouble.empty(),
            () -> size.orElse(0) + " px");
    Value data = Value.of(model.pretrainingData());
    if (architectures.isEmpty()) {
      return List.of(parameters, input, data, Value.of(model.family()));
    }
    ArchitectureFact fact =
        added.getOrDefault(model.architecture(), architectures.get(model.architecture()));
    if (fact == null) {
      return List.of(
          parameters, input, data, Value.of(""), Value.of(OptionalDouble.empty(), () -> ""));
    }
    return List.of(
        parameters,
        input,
        data,
        Value.of("cluster " + fact.cluster()),
        Value.of(log10(OptionalLong.of(fact.layers())), () -> String.valueOf(fact.layers())));
  }

  /** Values of a historical task's features, in their order. */
  static List<Value> values(HistoricTask task) {
    return taskValues(task.trainImages(), task.classes());
  }

  /** Values of a task's features, in their order. */
  static List<Value> taskValues(OptionalLong images, OptionalInt classes) {
    return List.of(
        Value.of(log10(images), () -> MetaFeature.shown(images.orElse(0))),
        Value.of(
            classes.isPresent()
                ? log10(OptionalLong.of(classes.getAsInt()))
                : OptionalDouble.empty(),
            () -> String.valueOf(classes.orElse(0))));
  }

  private static OptionalDouble log10(OptionalLong count) {
    return count.isPresent() && count.getAsLong() > 0
        ? OptionalDouble.of(Math.log10((double) count.getAsLong()))
        : OptionalDouble.empty();
  }

  List<MetaFeature> ofModel() {
    return List.copyOf(ofModel);
  }

  List<MetaFeature> ofTask() {
    return ofTask;
  }

  int columns() {
    return taskColumnsFrom() + width(ofTask) + pack.columns();
  }

  int taskColumnsFrom() {
    return width(ofModel);
  }

  private static int width(List<MetaFeature> features) {
    return features.stream().mapToInt(MetaFeature::columns).sum();
  }

  /** All columns of an observed pair. */
  double[] row(List<Value> model, List<Value> task, String fromPack) {
    double[] row = new double[columns()];
    int at = write(ofModel, model, row, 0);
    at = write(ofTask, task, row, at);
    pack.write(Value.of(fromPack), row, at);
    return row;
  }

  /** Writes {@code features} one after the other and returns where the next column is. */
  static int write(List<MetaFeature> features, List<Value> values, double[] row, int from) {
    int at = from;
    for (int f = 0; f < features.size(); f++) {
      features.get(f).write(values.get(f), row, at);
      at += features.get(f).columns();
    }
    return at;
  }
}
