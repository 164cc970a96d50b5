package fennec.numeric;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Minimises a smooth function of a few numbers by the BFGS method with gradients from central
 * differences and a backtracking line search. Deterministic. Cost: 2 n + a few evaluations an
 * iteration.
 *
 * <p>Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, algorithm 6.1.
 */
public final class QuasiNewton {

  private static final double STEP = 1e-4;
  private static final double SUFFICIENT = 1e-4;
  private static final int HALVINGS = 25;

  private QuasiNewton() {}

  /**
   * A local minimum near {@code start}: stops when no step lowers the value by more than one part
   * in 10^9 or after {@code iterations}. Values that are not finite are passed over.
   */
  public static double[] minimise(
      ToDoubleFunction<double[]> function, double[] start, int iterations) {
    int n = start.length;
    double[] x = start.clone();
    double value = function.applyAsDouble(x);
    double[] gradient = gradient(function, x);
    double[][] inverse = identity(n);
    for (int iteration = 0; iteration < iterations; iteration++) {
      double[] direction = descent(inverse, gradient);
      double slope = dot(direction, gradient);
      if (slope >= 0) {
        inverse = identity(n);
        direction = descent(inverse, gradient);
        slope = dot(direction, gradient);
      }
      // An untried curvature may be far off; no first step goes further than 1.
      double length = Math.min(1, 1 / Math.max(1e-12, Math.sqrt(dot(direction, direction))));
      double step = iteration == 0 ? length : 1;
      double[] next = x;
      double nextValue = Double.NaN;
      boolean lower = false;
      for (int halving = 0; halving < HALVINGS && !lower; halving++, step /= 2) {
        next = along(x, direction, step);
        nextValue = function.applyAsDouble(next);
        lower = nextValue <= value + SUFFICIENT * step * slope;
      }
      if (!lower || value - nextValue <= 1e-9 * Math.max(1, Math.abs(value))) {
        return lower ? next : x;
      }
      double[] nextGradient = gradient(function, next);
      update(inverse, along(next, x, -1), along(nextGradient, gradient, -1));
      x = next;
      value = nextValue;
      gradient = nextGradient;
    }
    return x;
  }

  private static double[] gradient(ToDoubleFunction<double[]> function, double[] x) {
    double[] gradient = new double[x.length];
    double[] moved = x.clone();
    for (int i = 0; i < x.length; i++) {
      moved[i] = x[i] + STEP;
      double above = function.applyAsDouble(moved);
      moved[i] = x[i] - STEP;
      double below = function.applyAsDouble(moved);
      moved[i] = x[i];
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }

  private static double[][] identity(int n) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      matrix[i][i] = 1;
    }
    return matrix;
  }

  private static double[] descent(double[][] inverse, double[] gradient) {
    return Arrays.stream(inverse).mapToDouble(row -> -dot(row, gradient)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] along(double[] from, double[] direction, double step) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += step * direction[i];
    }
    return to;
  }

  /** The BFGS update of the inverse Hessian; skipped where the curvature is not positive. */
  private static void update(double[][] inverse, double[] moved, double[] turned) {
    double curvature = dot(moved, turned);
    if (curvature <= 1e-12) {
      return;
    }
    int n = moved.length;
    double[] product = Arrays.stream(inverse).mapToDouble(row -> dot(row, turned)).toArray();
    double scale = (1 + dot(turned, product) / curvature) / curvature;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] +=
            scale * moved[i] * moved[j]
                - (product[i] * moved[j] + moved[i] * product[j]) / curvature;
      }
    }
  }
}
