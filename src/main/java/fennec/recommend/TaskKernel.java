package fennec.recommend;

import java.util.Arrays;

/**
 * How much alike the score columns of two tasks are expected to be, given how far the tasks lie
 * apart in each {@link DescriptorSpace} respect r:
 *
 * <p>C(j, l) = w_0 + sum_r w_r exp(-g_r d_r(j, l)) + w_n [j = l], all w positive with sum 1, so
 * that C is a correlation matrix. w_0 is what all tasks share (the popularity of a model), w_n what
 * no other task tells. Immutable.
 */
public final class TaskKernel {

  private static final int R = DescriptorSpace.RESPECTS;

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
      new TaskKernel(new double[] {-.857, -.584, -.982, -1.447, -.455, -.323, -1.8, -.786, -.732});

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

  /** The part w_n that no other task tells, in (0, 1), where all respects are known. */
  public double noise() {
    return weights(allRespects())[R + 1];
  }

  /** The part w_0 that all tasks share, in (0, 1), where all respects are known. */
  public double shared() {
    return weights(allRespects())[0];
  }

  static boolean[] allRespects() {
    boolean[] all = new boolean[R];
    Arrays.fill(all, true);
    return all;
  }

  /** w_0, w_1 to w_R, w_n; respects not known have weight 0 and the rest still add up to 1. */
  double[] weights(boolean[] known) {
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

  /** Correlation of two different tasks that lie {@code apart}, one distance a respect. */
  double correlation(double[] apart, boolean[] known) {
    double[] w = weights(known);
    double sum = w[0];
    for (int r = 0; r < R; r++) {
      if (known[r]) {
        sum += w[r + 1] * Math.exp(-Math.exp(parameters[r]) * apart[r]);
      }
    }
    return sum;
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
        for (int i = 0; i < t; i++) {
          c[i][i] += w[r + 1];
          for (int j = 0; j < i; j++) {
            double alike = w[r + 1] * Math.exp(-rate * distances[r][i][j]);
            c[i][j] += alike;
            c[j][i] += alike;
          }
        }
      }
    }
    return c;
  }
}
