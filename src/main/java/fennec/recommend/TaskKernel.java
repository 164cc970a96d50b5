package fennec.recommend;

import fennec.numeric.GaussianProcess;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * How much alike the score columns of two tasks are expected to be, given how far the tasks lie
 * apart in each {@link DescriptorSpace} respect r:
 *
 * <p>C(j, l) = w_0 + sum_r w_r exp(-g_r d_r(j, l)) + w_n [j = l], all w positive with sum 1, so
 * that C is a correlation matrix. w_0 is what all tasks share (the popularity of a model), w_n what
 * no other task tells. A task that is not known in a respect, for lack of images, counts as lying
 * as far from each other one as two unlike tasks do. Immutable.
 */
public final class TaskKernel {

  private static final int R = DescriptorSpace.RESPECTS;
  private static final double TINY = 1e-6;

  /** What likeness is worth on average, where it is averaged. */
  private static final double HALF = 0.5;

  /** Number of parameters: R log rates, R log weights relative to w_0, and that of the noise. */
  static final int PARAMETERS = 2 * R + 1;

  /** Where the fit across packs starts and what it is drawn to when packs say little. */
  static final TaskKernel VAGUE =
      new TaskKernel(new double[] {-.5, -.5, -.5, -.5, -.5, -.5, -1.5, -.5, -1});

  /**
   * Fitted to the five packs that come with the program and their task images as the built-in
   * encoder sees them.
   */
  public static final TaskKernel DEFAULT =
      new TaskKernel(new double[] {-.801, -.683, -.956, -1.336, -.160, -.434, -1.85, -.807, -.855});

  private final double[] parameters;

  TaskKernel(double[] parameters) {
    if (parameters.length != PARAMETERS) {
      throw new IllegalArgumentException(parameters.length + " parameters of a task kernel");
    }
    this.parameters = parameters.clone();
  }

  /** A copy of the parameters: R log rates, R log weights, log weight of the noise. */
  double[] parameters() {
    return parameters.clone();
  }

  /** The same without regard to likeness: what it explains of half-alike tasks goes to w_0. */
  TaskKernel flattened() {
    double[] w = weights(allRespects());
    double shared = w[0];
    for (int r = 0; r < R; r++) {
      shared += HALF * w[r + 1];
    }
    double[] flat = parameters();
    Arrays.fill(flat, R, 2 * R, Double.NEGATIVE_INFINITY);
    flat[2 * R] = Math.log((1 - shared) / shared);
    return new TaskKernel(flat);
  }

  static boolean[] allRespects() {
    boolean[] all = new boolean[R];
    Arrays.fill(all, true);
    return all;
  }

  /** The part w_n that no other task tells, in (0, 1). */
  double noise(boolean[] known) {
    return weights(known)[R + 1];
  }

  /** w_0, w_1 to w_R, w_n; respects not known have weight 0 and the rest still add up to 1. */
  private double[] weights(boolean[] known) {
    double[] w = new double[R + 2];
    w[0] = 1;
    for (int r = 0; r < R; r++) {
      w[r + 1] = known[r] ? Math.exp(parameters[R + r]) : 0;
    }
    w[R + 1] = Math.exp(parameters[2 * R]);
    double sum = Arrays.stream(w).sum();
    for (int i = 0; i < w.length; i++) {
      w[i] /= sum;
    }
    return w;
  }

  /**
   * Correlations of a new task with t old ones.
   *
   * @param apart distances of the new task, old task by respect
   * @param distances those of the old tasks among each other: respect, task, task
   */
  double[] correlations(double[][] apart, double[][][] distances, boolean[] known) {
    double[] w = weights(known);
    double[] c = new double[apart.length];
    Arrays.fill(c, w[0]);
    for (int r = 0; r < R; r++) {
      if (known[r]) {
        double rate = Math.exp(parameters[r]);
        double unknown = alikeUnknown(distances[r], rate);
        for (int j = 0; j < c.length; j++) {
          c[j] += w[r + 1] * alike(apart[j][r], rate, unknown);
        }
      }
    }
    return c;
  }

  /**
   * The correlation matrix C (t x t) without the noise on its diagonal, from distances by respect,
   * task and task.
   */
  double[][] signal(double[][][] distances, boolean[] known) {
    int t = distances[0].length;
    double[] w = weights(known);
    double[][] c = new double[t][t];
    for (double[] row : c) {
      Arrays.fill(row, w[0]);
    }
    for (int r = 0; r < R; r++) {
      if (known[r]) {
        double rate = Math.exp(parameters[r]);
        double unknown = alikeUnknown(distances[r], rate);
        for (int i = 0; i < t; i++) {
          c[i][i] += w[r + 1];
          for (int j = 0; j < i; j++) {
            double alike = w[r + 1] * alike(distances[r][i][j], rate, unknown);
            c[i][j] += alike;
            c[j][i] += alike;
          }
        }
      }
    }
    return c;
  }

  private static double alike(double distance, double rate, double unknown) {
    return Double.isInfinite(distance) ? unknown : Math.exp(-rate * distance);
  }

  /**
   * Likeness to a task that is not known: exp(-g), as at distance 1, but at most 1 / (1' S^-1 1)
   * with S the likeness of those that are known, beyond which C would be no correlation matrix.
   */
  private static double alikeUnknown(double[][] distances, double rate) {
    int t = distances.length;
    int[] known = new int[t];
    int n = 0;
    for (int i = 0; i < t; i++) {
      if (isKnown(distances[i], i)) {
        known[n++] = i;
      }
    }
    double unlike = Math.exp(-rate);
    if (n == 0 || n == t) {
      return unlike;
    }
    DMatrixRMaj alike = new DMatrixRMaj(n, n);
    DMatrixRMaj ones = new DMatrixRMaj(n, 1);
    ones.fill(1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        alike.set(i, j, i == j ? 1 : Math.exp(-rate * distances[known[i]][known[j]]));
      }
    }
    return Math.min(unlike, 1 / GaussianProcess.fit(alike, ones, TINY).mean(ones.data)[0]);
  }

  private static boolean isKnown(double[] distances, int task) {
    for (int j = 0; j < distances.length; j++) {
      if (j != task && Double.isFinite(distances[j])) {
        return true;
      }
    }
    return false;
  }
}
