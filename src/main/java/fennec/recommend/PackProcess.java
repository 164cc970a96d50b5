package fennec.recommend;

import java.util.Arrays;

/**
 * The Gaussian process over models x tasks of one pack: the standardised scores Z (m x t) have
 * covariance C(j, l) K(i, k) + v s_ij s_kl + w_n [i = k, j = l], with the task kernel C, the model
 * kernel K and the likeness s_ij of task j to the data that model i was pre-trained on. Conditioned
 * on the observed scores by conjugate gradients, O(m^2 t + m t^2) an iteration. Immutable.
 */
final class PackProcess {

  private static final double AFFINITY = 1;
  private static final double ACCURACY = 1e-8;
  private static final int ITERATIONS = 500;

  private final double[][] z;
  private final double[][] tasks;
  private final double[][] models;
  private final double[][] affinity;
  private final double noise;
  private final double[][] weights;

  /**
   * Conditions on the observed entries of {@code z}.
   *
   * @param z standardised scores (m x t), NaN where missing
   * @param tasks C without noise (t x t)
   * @param models K (m x m)
   * @param affinity s (m x t)
   * @param noise w_n
   */
  PackProcess(
      double[][] z, double[][] tasks, double[][] models, double[][] affinity, double noise) {
    this.z = z;
    this.tasks = tasks;
    this.models = models;
    this.affinity = affinity;
    this.noise = noise;
    this.weights = solve();
  }

  /**
   * Posterior means of the m models for a new task.
   *
   * @param likeness correlation of the new task with the t tasks
   * @param newAffinity likeness of the new task to the m models' pre-training data
   */
  double[] mean(double[] likeness, double[] newAffinity) {
    int m = z.length;
    double[] perModel = new double[m];
    double linear = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < likeness.length; j++) {
        perModel[i] += weights[i][j] * likeness[j];
        linear += weights[i][j] * affinity[i][j];
      }
    }
    double[] mean = new double[m];
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < m; k++) {
        mean[i] += models[i][k] * perModel[k];
      }
      mean[i] += AFFINITY * newAffinity[i] * linear;
    }
    return mean;
  }

  private double[][] solve() {
    int m = z.length;
    int t = tasks.length;
    double[][] x = new double[m][t];
    double[][] residual = new double[m][t];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < t; j++) {
        residual[i][j] = Double.isNaN(z[i][j]) ? 0 : z[i][j];
      }
    }
    double[][] direction = Arrays.stream(residual).map(double[]::clone).toArray(double[][]::new);
    double square = dot(residual, residual);
    double enough = square * ACCURACY * ACCURACY;
    for (int round = 0; round < ITERATIONS && square > enough; round++) {
      double[][] product = multiply(direction);
      double step = square / dot(direction, product);
      add(x, direction, step);
      add(residual, product, -step);
      double next = dot(residual, residual);
      double keep = next / square;
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < t; j++) {
          direction[i][j] = residual[i][j] + keep * direction[i][j];
        }
      }
      square = next;
    }
    return x;
  }

  /** Covariance of the observed entries times {@code v}, which is 0 at missing entries. */
  private double[][] multiply(double[][] v) {
    int m = v.length;
    int t = tasks.length;
    double[][] right = new double[m][t];
    double linear = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < t; j++) {
        if (v[i][j] != 0) {
          linear += v[i][j] * affinity[i][j];
          for (int l = 0; l < t; l++) {
            right[i][l] += v[i][j] * tasks[j][l];
          }
        }
      }
    }
    double[][] product = new double[m][t];
    for (int i = 0; i < m; i++) {
      double[] row = product[i];
      for (int k = 0; k < m; k++) {
        double like = models[i][k];
        double[] other = right[k];
        for (int l = 0; l < t; l++) {
          row[l] += like * other[l];
        }
      }
      for (int l = 0; l < t; l++) {
        row[l] =
            Double.isNaN(z[i][l])
                ? 0
                : row[l] + noise * v[i][l] + AFFINITY * linear * affinity[i][l];
      }
    }
    return product;
  }

  private static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum += a[i][j] * b[i][j];
      }
    }
    return sum;
  }

  private static void add(double[][] to, double[][] what, double times) {
    for (int i = 0; i < to.length; i++) {
      for (int j = 0; j < to[i].length; j++) {
        to[i][j] += times * what[i][j];
      }
    }
  }
}
