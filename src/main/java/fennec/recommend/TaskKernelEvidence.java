package fennec.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the score columns of one pack say about the likeness of its tasks: how improbable the
 * standardised rows are under a kernel, -log N(row | 0, C), a mean over tasks and over rows, times
 * at most {@value #ROWS} rows, because the rows of a large pack are far from independent. Missing
 * scores are left out of their rows. Immutable.
 */
final class TaskKernelEvidence {

  private static final int ROWS = 20;

  /** Rows that have the same observed columns, as the sum of their outer products. */
  private record Rows(int[] columns, double[][] products, int count) {}

  private final double[][][] distances;
  private final List<Rows> groups = new ArrayList<>();
  private final double weight;

  /** Evidence of {@code rows} (m x t, standardised, NaN missing) at the tasks' distances. */
  TaskKernelEvidence(double[][][] distances, double[][] rows) {
    this.distances = distances;
    Map<List<Integer>, List<double[]>> byColumns = new LinkedHashMap<>();
    for (double[] row : rows) {
      List<Integer> observed = new ArrayList<>();
      for (int j = 0; j < row.length; j++) {
        if (!Double.isNaN(row[j])) {
          observed.add(j);
        }
      }
      if (observed.size() > 1) {
        byColumns.computeIfAbsent(observed, key -> new ArrayList<>()).add(row);
      }
    }
    byColumns.forEach((columns, members) -> groups.add(group(columns, members)));
    int t = distances[0].length;
    this.weight = Math.min(1, ROWS / (double) Math.max(1, rows.length)) / Math.max(1, t);
  }

  private static Rows group(List<Integer> observed, List<double[]> members) {
    int[] columns = observed.stream().mapToInt(Integer::intValue).toArray();
    int n = columns.length;
    double[][] products = new double[n][n];
    for (double[] row : members) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          products[i][j] += row[columns[i]] * row[columns[j]];
        }
      }
    }
    return new Rows(columns, products, members.size());
  }

  /** The weighted negative logarithm of the likelihood, up to a constant; infinite if singular. */
  double improbability(TaskKernel kernel) {
    boolean[] known = TaskKernel.allRespects();
    double[][] signal = kernel.signal(distances, known);
    double noise = kernel.noise(known);
    double sum = 0;
    for (Rows rows : groups) {
      sum += improbability(rows, signal, noise);
    }
    return weight * sum;
  }

  private static double improbability(Rows rows, double[][] signal, double noise) {
    int n = rows.columns().length;
    double[][] factor = new double[n][n];
    double logDeterminant = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = signal[rows.columns()[i]][rows.columns()[j]] + (i == j ? noise : 0);
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        if (i == j) {
          if (!(sum > 1e-12)) {
            return Double.POSITIVE_INFINITY;
          }
          factor[i][i] = Math.sqrt(sum);
          logDeterminant += 2 * Math.log(factor[i][i]);
        } else {
          factor[i][j] = sum / factor[j][j];
        }
      }
    }
    return (trace(factor, rows.products()) + rows.count() * logDeterminant) / 2;
  }

  /** trace(C^-1 S) = sum over columns of S of (L^-1 (L^-1 S)^T)_ii. */
  private static double trace(double[][] factor, double[][] products) {
    int n = factor.length;
    double[][] half = forward(factor, products);
    double[][] turned = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        turned[i][j] = half[j][i];
      }
    }
    double[][] whole = forward(factor, turned);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += whole[i][i];
    }
    return trace;
  }

  private static double[][] forward(double[][] factor, double[][] right) {
    double[][] solved = Arrays.stream(right).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < factor.length; i++) {
      for (int j = 0; j < solved[i].length; j++) {
        double sum = solved[i][j];
        for (int k = 0; k < i; k++) {
          sum -= factor[i][k] * solved[k][j];
        }
        solved[i][j] = sum / factor[i][i];
      }
    }
    return solved;
  }
}
