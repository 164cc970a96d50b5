package fennec.io;

import fennec.history.HistoricTask;
import fennec.zoo.PretrainedModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of models and tasks by name. Immutable.
 *
 * @param models by name
 * @param tasks by name
 */
public record KnownFacts(Map<String, PretrainedModel> models, Map<String, HistoricTask> tasks) {

  /** Copies the maps. */
  public KnownFacts {
    models = Map.copyOf(models);
    tasks = Map.copyOf(tasks);
  }

  /** Nothing. */
  static final KnownFacts NONE = new KnownFacts(Map.of(), Map.of());

  /** These facts, and where they leave something open, those of {@code other}. */
  KnownFacts over(KnownFacts other) {
    Map<String, PretrainedModel> allModels = new HashMap<>(other.models);
    models.forEach((name, model) -> allModels.merge(name, model, (less, more) -> over(more, less)));
    Map<String, HistoricTask> allTasks = new HashMap<>(other.tasks);
    tasks.forEach((name, task) -> allTasks.merge(name, task, (less, more) -> over(more, less)));
    return new KnownFacts(allModels, allTasks);
  }

  /** What is known of a model; nothing but the name if it is not among them. */
  PretrainedModel model(String name) {
    return Optional.ofNullable(models.get(name))
        .orElseGet(() -> PretrainedModel.withoutFacts(name));
  }

  /** What is known of a task; nothing but the name if it is not among them. */
  HistoricTask task(String name) {
    return Optional.ofNullable(tasks.get(name))
        .orElseGet(() -> HistoryPackReader.unknownTask(name));
  }

  private static PretrainedModel over(PretrainedModel a, PretrainedModel b) {
    return new PretrainedModel(
        a.name(),
        or(a.family(), b.family()),
        or(a.architecture(), b.architecture()),
        a.parameters().isPresent() ? a.parameters() : b.parameters(),
        a.inputSize().isPresent() ? a.inputSize() : b.inputSize(),
        or(a.pretrainingData(), b.pretrainingData()),
        a.sourceAccuracy().isPresent() ? a.sourceAccuracy() : b.sourceAccuracy(),
        or(a.url(), b.url()));
  }

  private static HistoricTask over(HistoricTask a, HistoricTask b) {
    return new HistoricTask(
        a.name(),
        a.title().equals(a.name()) ? b.title() : a.title(),
        a.classes().isPresent() ? a.classes() : b.classes(),
        a.trainImages().isPresent() ? a.trainImages() : b.trainImages(),
        or(a.domain(), b.domain()));
  }

  private static String or(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** Whether something beside the name is said of a model. */
  static boolean says(PretrainedModel model) {
    return !model.equals(PretrainedModel.withoutFacts(model.name()));
  }
}
