package fennec.recommend;

import fennec.numeric.Correlations;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks a pack's own tasks whether likeness of images ranks its models better than popularity does:
 * each task with images is predicted from the others, once by a kernel that other packs gave and
 * once by the same kernel {@link TaskKernel#flattened}; the two are compared by the Pearson
 * correlation of prediction and truth, task by task. The kernel must not have been fitted to the
 * pack, or it would be judged by what it learned from.
 *
 * <p>Cost O(t^3 + t^2 m), see {@link LeaveOneColumnOut}.
 */
final class LikenessTrial {

  /** Fewer tasks with images than this say nothing. */
  private static final int FEWEST_TASKS = 4;

  /** Standard errors of the mean difference by which popularity must be ahead. */
  private static final double MARGIN = 0.5;

  private LikenessTrial() {}

  /** Whether popularity is ahead by more than half a standard error. */
  static boolean popularityIsAhead(TaskKernel kernel, double[][][] distances, PackScores scores) {
    double[] alike = qualities(kernel, distances, scores.z());
    double[] flat = qualities(kernel.flattened(), distances, scores.z());
    List<TaskDescriptor> tasks = scores.descriptors();
    int n = 0;
    double sum = 0;
    double squares = 0;
    for (int j = 0; j < flat.length; j++) {
      if (tasks.get(j).hasImages()) {
        double ahead = flat[j] - alike[j];
        n++;
        sum += ahead;
        squares += ahead * ahead;
      }
    }
    if (n < FEWEST_TASKS) {
      return false;
    }
    double mean = sum / n;
    double variance = Math.max(0, squares / n - mean * mean) / (n - 1);
    return mean > MARGIN * Math.sqrt(variance);
  }

  /** Correlation of each of the t columns with its prediction from the others. */
  private static double[] qualities(TaskKernel kernel, double[][][] distances, double[][] z) {
    double[][] predicted = LeaveOneColumnOut.predictions(kernel, distances, z);
    double[] quality = new double[predicted.length];
    for (int j = 0; j < quality.length; j++) {
      int column = j;
      int[] observed =
          IntStream.range(0, z.length).filter(i -> !Double.isNaN(z[i][column])).toArray();
      double[] truth = new double[observed.length];
      double[] said = new double[observed.length];
      for (int i = 0; i < observed.length; i++) {
        truth[i] = z[observed[i]][j];
        said[i] = predicted[j][observed[i]];
      }
      double correlation = Correlations.pearson(said, truth);
      quality[j] = Double.isNaN(correlation) ? 0 : correlation;
    }
    return quality;
  }
}
