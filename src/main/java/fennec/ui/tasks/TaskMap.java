package fennec.ui.tasks;

import fennec.app.PlaneMap;
import fennec.embedding.ImageEmbeddings;
import fennec.recommend.TargetTask;
import fennec.recommend.TaskSpace;
import fennec.recommend.TransferHistory;
import fennec.ui.map.PlanarMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tasks in the plane by principal components; the last one is the new task.
 *
 * @param titles names of the tasks
 * @param places where they lie
 */
public record TaskMap(List<String> titles, PlanarMap places) {

  /** No tasks. */
  public static final TaskMap EMPTY = new TaskMap(List.of(), PlanarMap.EMPTY);

  /** Copies the list. */
  public TaskMap {
    titles = List.copyOf(titles);
  }

  /** What the places are made from. */
  public enum Kind {
    /** The factors of the transfer space. */
    SCORES("By scores", "The transfer space: tasks that rank models alike lie together"),
    /** The mean image vectors. */
    IMAGES("By images", "Mean image vectors: tasks that look alike lie together");

    private final String title;
    private final String meaning;

    Kind(String title, String meaning) {
      this.title = title;
      this.meaning = meaning;
    }

    /** Its name for people. */
    public String title() {
      return title;
    }

    /** What can be read from it. */
    public String meaning() {
      return meaning;
    }
  }

  /**
   * The map of {@code kind}; empty where fewer than two historical tasks can be placed, or where
   * the space is not known yet.
   */
  static TaskMap of(Kind kind, TransferHistory history, TargetTask task, TaskSpace space) {
    List<String> titles = new ArrayList<>();
    List<double[]> vectors = new ArrayList<>();
    for (int j = 0; j < history.tasks().size(); j++) {
      ImageEmbeddings images = history.taskImages().get(history.tasks().get(j).name());
      double[] vector =
          kind == Kind.IMAGES ? mean(images) : space == null ? new double[0] : space.tasks()[j];
      if (Arrays.stream(vector).anyMatch(v -> v != 0)) {
        titles.add(history.tasks().get(j).title());
        vectors.add(vector);
      }
    }
    double[] target =
        kind == Kind.IMAGES
            ? mean(task.embeddings())
            : space == null ? new double[0] : space.target();
    int axes = target.length;
    if (vectors.size() < 2 || axes < 2 || vectors.stream().anyMatch(v -> v.length != axes)) {
      return EMPTY;
    }
    titles.add(task.name());
    vectors.add(target);
    double[][] places = PlaneMap.principal(vectors.toArray(double[][]::new)).places();
    return new TaskMap(titles, PlanarMap.of(places));
  }

  private static double[] mean(ImageEmbeddings images) {
    if (images == null || images.size() == 0) {
      return new double[0];
    }
    double[] mean = new double[images.dimension()];
    for (float[] vector : images.vectors()) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += vector[d] / (double) images.size();
      }
    }
    return mean;
  }
}
