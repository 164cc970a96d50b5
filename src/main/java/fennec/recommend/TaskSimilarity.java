package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import fennec.history.HistoricTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How alike a new task's images are to those of each historical task, as the encoder sees them:
 * {@code w_j = exp(-|mu - mu_j|^2 / (2 s^2))} with mu the mean of the features after each feature
 * was divided by its deviation over tasks, and s the distance to the nearest task. Shares are the
 * weights divided by their sum, and are meant for people.
 *
 * <p>Tasks without images have no share. Cost O(t d).
 */
final class TaskSimilarity {

  private final List<HistoricTask> tasks = new ArrayList<>();
  private final List<double[]> means = new ArrayList<>();
  private final double[] deviation;

  TaskSimilarity(TransferHistory history) {
    for (HistoricTask task : history.tasks()) {
      ImageEmbeddings images = history.taskImages().get(task.name());
      if (images != null && images.size() > 0) {
        tasks.add(task);
        means.add(mean(images));
      }
    }
    this.deviation = means.isEmpty() ? new double[0] : deviation(means);
  }

  private static double[] mean(ImageEmbeddings images) {
    double[] mean = new double[images.dimension()];
    for (float[] row : images.vectors()) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += row[j] / (double) images.size();
      }
    }
    return mean;
  }

  private static double[] deviation(List<double[]> rows) {
    double[] deviation = new double[rows.get(0).length];
    for (int j = 0; j < deviation.length; j++) {
      int column = j;
      double middle = rows.stream().mapToDouble(r -> r[column]).average().orElse(0);
      double square =
          rows.stream().mapToDouble(r -> Math.pow(r[column] - middle, 2)).average().orElse(0);
      deviation[j] = square > 0 ? Math.sqrt(square) : 1;
    }
    return deviation;
  }

  /** Historical tasks with their share, the largest first; ties by name. */
  List<TaskShare> shares(ImageEmbeddings images) {
    if (tasks.isEmpty() || images.size() == 0) {
      return List.of();
    }
    double[] centre = mean(images);
    double[] squared =
        means.stream().mapToDouble(other -> squaredDistance(centre, other)).toArray();
    double nearest = Math.max(1e-12, Arrays.stream(squared).min().orElse(1));
    double[] weight = Arrays.stream(squared).map(s -> Math.exp(-s / (2 * nearest))).toArray();
    double sum = Arrays.stream(weight).sum();
    List<TaskShare> shares = new ArrayList<>();
    for (int i = 0; i < weight.length; i++) {
      shares.add(new TaskShare(tasks.get(i).name(), tasks.get(i).title(), weight[i] / sum));
    }
    shares.sort(
        Comparator.comparingDouble(TaskShare::share).reversed().thenComparing(TaskShare::task));
    return List.copyOf(shares);
  }

  private double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double off = (a[j] - b[j]) / deviation[j];
      sum += off * off;
    }
    return sum;
  }
}
