package fennec.numeric;

import fennec.progress.Progress;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/**
 * Finds non-negative M (m x k) and D (t x k) with least
 *
 * <pre>||P - M D^T||_F^2 + alpha_m ||M||_F^2 + alpha_d ||D||_F^2</pre>
 *
 * over the observed entries of P (m x t). Hierarchical alternating least squares: each column of a
 * factor in turn is set to its best non-negative value with all else held fixed, so the objective
 * never rises. Without missing entries a pass is two dense products and costs O(m t k); with
 * missing entries it costs O(c k), c the number of observed ones.
 *
 * <p>The result depends on P, the settings and their seed alone. A row or column without any
 * observed entry gets factors 0 where its penalty is above 0 and else those of its starting point.
 *
 * <p>Sources: Cichocki and Phan, IEICE Transactions E92-A (2009), algorithm 2; the stopping rule is
 * that of scikit-learn's coordinate descent, the projected gradient against that of the first pass.
 */
public final class NonNegativeMatrixFactorization {

  private NonNegativeMatrixFactorization() {}

  /**
   * Factorizes without a watcher; see {@link #factorize(DMatrixRMaj, FactorizationSettings,
   * Progress)}.
   */
  public static NonNegativeFactors factorize(DMatrixRMaj p, FactorizationSettings settings) {
    return factorize(p, settings, Progress.NONE);
  }

  /**
   * The factors of {@code p} with the lowest objective among the starts; the earlier one of equals.
   *
   * @param p P (m x t), entries not negative, NaN where missing
   * @throws IllegalArgumentException if an entry is negative or infinite or none is observed
   * @throws java.util.concurrent.CancellationException if {@code progress} asked to stop
   */
  public static NonNegativeFactors factorize(
      DMatrixRMaj p, FactorizationSettings settings, Progress progress) {
    int observed = check(p);
    boolean full = observed == p.numRows * p.numCols;
    FactorSweep sweep = full ? new DenseSweep(p, settings) : new MaskedSweep(p, settings, observed);
    NonNegativeFactors best = null;
    for (int start = 0; start < settings.starts(); start++) {
      StartingPoint point = startingPoint(p, settings, start);
      NonNegativeFactors found = run(sweep, point, settings, progress);
      progress.step(start + 1, settings.starts(), "factorizing");
      if (best == null || found.objective() < best.objective()) {
        best = found;
      }
    }
    return best;
  }

  private static int check(DMatrixRMaj p) {
    int observed = 0;
    for (int i = 0; i < p.numRows * p.numCols; i++) {
      double value = p.data[i];
      if (value < 0 || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "entry (" + i / p.numCols + ", " + i % p.numCols + ") is " + value);
      }
      observed += Double.isNaN(value) ? 0 : 1;
    }
    if (observed == 0) {
      throw new IllegalArgumentException("no entry is observed");
    }
    return observed;
  }

  private static StartingPoint startingPoint(DMatrixRMaj p, FactorizationSettings s, int start) {
    if (start == 0 && s.start() != FactorizationSettings.Start.RANDOM) {
      return StartingPoint.ofSingularVectors(
          p, s.rank(), s.start() == FactorizationSettings.Start.NNDSVDA);
    }
    RandomGenerator random = new SplittableRandom(s.seed() + 0x9E3779B97F4A7C15L * start);
    return StartingPoint.random(p, s.rank(), random);
  }

  private static NonNegativeFactors run(
      FactorSweep sweep, StartingPoint point, FactorizationSettings settings, Progress progress) {
    double[] m = point.rows();
    double[] d = point.columns();
    double[] curve = new double[settings.maxIterations()];
    double first = 0;
    int passes = 0;
    boolean converged = false;
    while (passes < curve.length && !converged) {
      progress.checkCancelled();
      double violation = sweep.pass(m, d);
      double penalty = settings.alphaM() * squares(m) + settings.alphaD() * squares(d);
      curve[passes] = sweep.squaredError(m, d) + penalty;
      if (passes == 0) {
        first = violation;
      }
      passes++;
      converged = violation <= settings.tolerance() * first || violation == 0;
    }
    int k = settings.rank();
    return new NonNegativeFactors(
        upright(m, k),
        upright(d, k),
        settings,
        Arrays.copyOf(curve, passes),
        sweep.squaredError(m, d),
        converged);
  }

  /** The factor (n x k) from its transposed form, in which passes run along contiguous numbers. */
  private static DMatrixRMaj upright(double[] transposed, int k) {
    int n = transposed.length / k;
    DMatrixRMaj factor = new DMatrixRMaj(n, k);
    for (int r = 0; r < k; r++) {
      for (int i = 0; i < n; i++) {
        factor.unsafe_set(i, r, transposed[r * n + i]);
      }
    }
    return factor;
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
