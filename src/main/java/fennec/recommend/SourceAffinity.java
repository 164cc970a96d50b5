package fennec.recommend;

import fennec.zoo.PretrainedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much the images of a task look like those a model was pre-trained on: the cosine of their
 * mean vectors, centred over the models for which it is known; 0 for the others. Immutable.
 */
final class SourceAffinity {

  private final List<Optional<TaskDescriptor>> sources;
  private final DescriptorSpace space;

  /** Knows the images that {@code pictured}, by task name, has of the models' pre-training data. */
  SourceAffinity(
      List<PretrainedModel> models, Map<String, TaskDescriptor> pictured, DescriptorSpace space) {
    this.sources =
        models.stream()
            .map(each -> PretrainingTask.among(each, pictured.keySet()).map(pictured::get))
            .toList();
    this.space = space;
  }

  /** One number a model for the task so described. */
  double[] to(TaskDescriptor task) {
    double[] affinity = new double[sources.size()];
    double sum = 0;
    int known = 0;
    for (int i = 0; i < affinity.length; i++) {
      affinity[i] = sources.get(i).map(source -> space.likeness(source, task)).orElse(Double.NaN);
      if (!Double.isNaN(affinity[i])) {
        sum += affinity[i];
        known++;
      }
    }
    for (int i = 0; i < affinity.length; i++) {
      affinity[i] = Double.isNaN(affinity[i]) ? 0 : affinity[i] - sum / known;
    }
    return affinity;
  }
}
