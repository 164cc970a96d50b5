package fennec.recommend;

import fennec.history.PerformanceMatrix;
import fennec.numeric.FactorizationSettings;
import fennec.numeric.FactorizationSettings.Start;
import fennec.numeric.NonNegativeFactors;
import fennec.numeric.NonNegativeMatrixFactorization;
import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The latent space that models and tasks share: non-negative M (m x k) and D (t x k) with P close
 * to {@code M D^T} over the observed entries. The score of model i on a task with vector d is
 * {@code M_i . d}, on the scale of P.
 *
 * <p>Tasks without any observed score are left out of the factorisation; their vectors are zero.
 * Immutable and deterministic. Source: arXiv 2403.06382, section 3.1.
 */
public final class TransferSpace {

  private static final int RANDOM_STARTS = 3;

  private final NonNegativeFactors factors;
  private final List<Integer> observedTasks;
  private final int tasks;

  private TransferSpace(NonNegativeFactors factors, List<Integer> observedTasks, int tasks) {
    this.factors = factors;
    this.observedTasks = observedTasks;
    this.tasks = tasks;
  }

  /**
   * Factorises {@code performance}: one start from NNDSVDa and a few random ones, the best kept.
   *
   * @param latentSize k; cut to the smaller side of the matrix
   * @param penalty weight of {@code ||M||^2 + ||D||^2}
   * @param seed decides the random starts
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public static TransferSpace fit(
      PerformanceMatrix performance, int latentSize, double penalty, long seed, Progress progress) {
    List<Integer> observed = new ArrayList<>();
    for (int j = 0; j < performance.tasks().size(); j++) {
      for (int i = 0; i < performance.models().size(); i++) {
        if (performance.observed(i, j)) {
          observed.add(j);
          break;
        }
      }
    }
    int m = performance.models().size();
    DMatrixRMaj p = new DMatrixRMaj(m, observed.size());
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < observed.size(); j++) {
        p.set(i, j, performance.score(i, observed.get(j)));
      }
    }
    FactorizationSettings settings =
        FactorizationSettings.ofRank(Math.min(latentSize, Math.min(m, observed.size())))
            .withPenalties(penalty, penalty)
            .withStarts(1 + RANDOM_STARTS, Start.NNDSVDA, seed);
    return new TransferSpace(
        NonNegativeMatrixFactorization.factorize(p, settings, progress),
        List.copyOf(observed),
        performance.tasks().size());
  }

  /** k. */
  public int latentSize() {
    return factors.rowFactors().numCols;
  }

  /** Number m of models. */
  public int models() {
    return factors.rowFactors().numRows;
  }

  /** The k numbers of model {@code i}. */
  public double[] modelVector(int i) {
    return row(factors.rowFactors(), i);
  }

  /** The k numbers of task {@code j}; zeros if it has no observed score. */
  public double[] taskVector(int j) {
    int at = observedTasks.indexOf(j);
    return at < 0 ? new double[latentSize()] : row(factors.columnFactors(), at);
  }

  /** Number t of tasks, with those left out. */
  public int tasks() {
    return tasks;
  }

  /** {@code ||P - M D^T||_F} over observed entries, the root of the sum of squares. */
  public double reconstructionError() {
    return factors.reconstructionError();
  }

  /** The objective after each pass of the kept start. */
  public double[] objectiveCurve() {
    return factors.objectiveCurve();
  }

  /**
   * Scores of all m models on a task with vector {@code d} (k): {@code M d}, at most 1. A model
   * with fewer scores than factors is not determined by them and could exceed any bound. Cost O(m
   * k).
   */
  public double[] scores(double[] d) {
    DMatrixRMaj m = factors.rowFactors();
    double[] scores = new double[m.numRows];
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < d.length; j++) {
        scores[i] += m.data[i * m.numCols + j] * d[j];
      }
      scores[i] = Math.min(1, scores[i]);
    }
    return scores;
  }

  private static double[] row(DMatrixRMaj matrix, int i) {
    double[] row = new double[matrix.numCols];
    System.arraycopy(matrix.data, i * matrix.numCols, row, 0, row.length);
    return row;
  }
}
