package fennec.recommend;

import fennec.history.PerformanceMatrix;
import java.util.Arrays;

/**
 * A new task among the historical ones in the {@link TransferSpace}, as people can read it: each
 * factor of a task is given in points of score, {@code d_jf * mean_i M_if}, so that the factors of
 * a task add up to the mean score that the space predicts for it.
 *
 * @param tasks factors of the t historical tasks (t x k); zeros for a task without scores
 * @param target factors of the new task (k)
 * @param reconstruction {@code M D^T} (m x t)
 * @param error root of the mean squared difference between P and its reconstruction over observed
 *     entries, on the scale of P
 */
public record TaskSpace(
    double[][] tasks, double[] target, double[][] reconstruction, double error) {

  /**
   * Places {@code task}; deterministic. Cost O(m t k) and that of a prediction.
   *
   * @param observed number of scores that the space was fitted to
   */
  public static TaskSpace of(LatentTransfer latent, int observed, TargetTask task) {
    TransferSpace space = latent.space();
    int k = space.latentSize();
    double[] mean = new double[k];
    for (int i = 0; i < space.models(); i++) {
      for (int f = 0; f < k; f++) {
        mean[f] += space.modelVector(i)[f] / space.models();
      }
    }
    double[][] tasks = new double[space.tasks()][];
    double[][] reconstruction = new double[space.models()][space.tasks()];
    for (int j = 0; j < tasks.length; j++) {
      double[] d = space.taskVector(j);
      tasks[j] = scaled(d, mean);
      for (int i = 0; i < reconstruction.length; i++) {
        double[] m = space.modelVector(i);
        for (int f = 0; f < k; f++) {
          reconstruction[i][j] += m[f] * d[f];
        }
      }
    }
    return new TaskSpace(
        tasks,
        scaled(latent.predict(task).taskVector(), mean),
        reconstruction,
        space.reconstructionError() / Math.sqrt(observed));
  }

  private static double[] scaled(double[] vector, double[] by) {
    double[] scaled = vector.clone();
    Arrays.setAll(scaled, f -> vector[f] * by[f]);
    return scaled;
  }

  /** Score minus reconstruction of every pair (m x t); NaN where the score is missing. */
  public double[][] residuals(PerformanceMatrix performance) {
    double[][] residuals = performance.toArray();
    for (int i = 0; i < residuals.length; i++) {
      for (int j = 0; j < residuals[i].length; j++) {
        residuals[i][j] -= reconstruction[i][j];
      }
    }
    return residuals;
  }
}
