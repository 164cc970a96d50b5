package fennec.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well each of m models did when it was transferred to each of t tasks: P (m x t), fractions in
 * [0, 1]; pairs that were never tried are missing. Immutable; the order of rows and columns is that
 * of the names given.
 *
 * <p>Source: the performance matrix of arXiv 2403.06382, section 3.
 */
public final class PerformanceMatrix {

  private final List<String> models;
  private final List<String> tasks;
  private final Map<String, Integer> modelIndex;
  private final Map<String, Integer> taskIndex;
  private final double[][] scores;

  /**
   * Copies {@code scores}, one row a model and one column a task; {@code NaN} is a missing pair.
   *
   * @throws IllegalArgumentException if a name stands twice, the sizes do not agree, or a score is
   *     outside [0, 1]
   */
  public PerformanceMatrix(List<String> models, List<String> tasks, double[][] scores) {
    this.models = List.copyOf(models);
    this.tasks = List.copyOf(tasks);
    this.modelIndex = index(this.models);
    this.taskIndex = index(this.tasks);
    if (scores.length != models.size()) {
      throw new IllegalArgumentException(scores.length + " rows for " + models.size() + " models");
    }
    this.scores = new double[scores.length][];
    for (int i = 0; i < scores.length; i++) {
      if (scores[i].length != tasks.size()) {
        throw new IllegalArgumentException(
            scores[i].length + " columns for " + tasks.size() + " tasks");
      }
      for (double score : scores[i]) {
        if (score < 0 || score > 1) {
          throw new IllegalArgumentException(
              "score " + score + " of " + models.get(i) + " is not within 0 and 1");
        }
      }
      this.scores[i] = scores[i].clone();
    }
  }

  private static Map<String, Integer> index(List<String> names) {
    Map<String, Integer> positions = new HashMap<>();
    for (String name : names) {
      if (positions.put(name, positions.size()) != null) {
        throw new IllegalArgumentException("the name " + name + " stands twice");
      }
    }
    return positions;
  }

  /** Names of the m models, in the order of rows. */
  public List<String> models() {
    return models;
  }

  /** Names of the t tasks, in the order of columns. */
  public List<String> tasks() {
    return tasks;
  }

  /** Row of the model with this name, or -1. */
  public int modelIndex(String model) {
    return modelIndex.getOrDefault(model, -1);
  }

  /** Column of the task with this name, or -1. */
  public int taskIndex(String task) {
    return taskIndex.getOrDefault(task, -1);
  }

  /** Score of row {@code model} and column {@code task}, a fraction; NaN if the pair is missing. */
  public double score(int model, int task) {
    return scores[model][task];
  }

  /** Whether the pair was tried. */
  public boolean observed(int model, int task) {
    return !Double.isNaN(scores[model][task]);
  }

  /** Number of observed pairs. */
  public int observedCount() {
    return (int)
        Arrays.stream(scores).flatMapToDouble(Arrays::stream).filter(s -> !Double.isNaN(s)).count();
  }

  /** A copy of all scores, one row a model; NaN where missing. */
  public double[][] toArray() {
    return Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
  }

  /** A copy of the column of one task, one score a model; NaN where missing. */
  public double[] column(int task) {
    return Arrays.stream(scores).mapToDouble(row -> row[task]).toArray();
  }
}
