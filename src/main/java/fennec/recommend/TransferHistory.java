package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import fennec.history.HistoricTask;
import fennec.history.PerformanceMatrix;
import fennec.zoo.PretrainedModel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a recommender learns from: the m x t scores of past transfers with facts about their
 * models and tasks and, where there are any, the images of those tasks as one encoder sees them.
 * Immutable.
 *
 * @param performance P (m x t), fractions, NaN where missing
 * @param models facts about the m models, in the order of rows
 * @param packs the pack that each of the m rows comes from; scores of different packs were measured
 *     under different protocols
 * @param tasks facts about the t tasks, in the order of columns
 * @param taskImages embedded images by task name; a task without images is simply absent
 */
public record TransferHistory(
    PerformanceMatrix performance,
    List<PretrainedModel> models,
    List<String> packs,
    List<HistoricTask> tasks,
    SortedMap<String, ImageEmbeddings> taskImages) {

  /** Copies the collections and checks that they belong together. */
  public TransferHistory {
    models = List.copyOf(models);
    packs = List.copyOf(packs);
    tasks = List.copyOf(tasks);
    taskImages = Collections.unmodifiableSortedMap(new TreeMap<>(taskImages));
    if (models.size() != performance.models().size() || packs.size() != models.size()) {
      throw new IllegalArgumentException("models and rows of the matrix do not agree");
    }
    if (!tasks.stream().map(HistoricTask::name).toList().equals(performance.tasks())) {
      throw new IllegalArgumentException("tasks and columns of the matrix do not agree");
    }
  }

  /** The same history with other scores, for example with a column hidden. */
  public TransferHistory withPerformance(PerformanceMatrix scores) {
    return new TransferHistory(scores, models, packs, tasks, taskImages);
  }

  /** The same history with other task images, for example another draw of them. */
  public TransferHistory withTaskImages(Map<String, ImageEmbeddings> images) {
    return new TransferHistory(performance, models, packs, tasks, new TreeMap<>(images));
  }

  /**
   * The same history as if the task had never been seen: its column is missing everywhere and its
   * images are gone.
   *
   * @throws IllegalArgumentException if there is no such task
   */
  public TransferHistory withoutTask(String task) {
    int hidden = performance.taskIndex(task);
    if (hidden < 0) {
      throw new IllegalArgumentException("no task is named " + task);
    }
    double[][] scores = performance.toArray();
    for (double[] row : scores) {
      row[hidden] = Double.NaN;
    }
    SortedMap<String, ImageEmbeddings> images = new TreeMap<>(taskImages);
    images.remove(task);
    return new TransferHistory(
        new PerformanceMatrix(performance.models(), performance.tasks(), scores),
        models,
        packs,
        tasks,
        images);
  }
}
