package fennec.bench;

import fennec.numeric.FactorizationSettings;
import fennec.numeric.FactorizationSettings.Start;
import fennec.numeric.NonNegativeFactors;
import fennec.numeric.NonNegativeMatrixFactorization;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * Times the factorization of a 1,000 x 100 matrix with k = 8, tolerance 1e-4 and up to 200 passes,
 * and of the same with a third of the entries missing. The matrix is made by a recurrence that
 * {@code nmf_bench.py} beside this class repeats, so that both time the same numbers.
 */
public final class NmfBench {

  private static final int MODELS = 1000;
  private static final int TASKS = 100;
  private static final int RANK = 8;
  private static final int REPEATS = 21;

  private NmfBench() {}

  /** Prints the median of the repeats in milliseconds, with passes and error. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    DMatrixRMaj p = matrix();
    for (Start start : new Start[] {Start.NNDSVDA, Start.RANDOM}) {
      report(out, "full, " + start, p, start, 1e-4);
      report(out, "full, " + start + ", exactly 200 passes", p, start, 0);
    }
    DMatrixRMaj holes = p.copy();
    for (int i = 0; i < holes.data.length; i += 3) {
      holes.data[i] = Double.NaN;
    }
    report(out, "a third missing, NNDSVDA", holes, Start.NNDSVDA, 1e-4);
  }

  private static void report(
      PrintStream out, String what, DMatrixRMaj p, Start start, double tolerance) {
    FactorizationSettings settings =
        FactorizationSettings.ofRank(RANK).withStopping(200, tolerance).withStarts(1, start, 0);
    double[] milliseconds = new double[REPEATS];
    NonNegativeFactors found = null;
    for (int i = -10; i < REPEATS; i++) {
      long begun = System.nanoTime();
      found = NonNegativeMatrixFactorization.factorize(p, settings);
      if (i >= 0) {
        milliseconds[i] = (System.nanoTime() - begun) / 1e6;
      }
    }
    Arrays.sort(milliseconds);
    out.printf(
        Locale.ROOT,
        "%-40s median %8.2f ms, least %8.2f ms, %3d passes, error %.6f%n",
        what,
        milliseconds[REPEATS / 2],
        milliseconds[0],
        found.iterations(),
        found.reconstructionError());
  }

  /** Products of 8 planted factors plus noise, from a linear congruential sequence. */
  private static DMatrixRMaj matrix() {
    long[] state = {12345};
    double[] m = new double[MODELS * RANK];
    double[] d = new double[TASKS * RANK];
    Arrays.setAll(m, i -> next(state));
    Arrays.setAll(d, i -> next(state));
    DMatrixRMaj p = new DMatrixRMaj(MODELS, TASKS);
    for (int i = 0; i < MODELS; i++) {
      for (int j = 0; j < TASKS; j++) {
        double sum = 0.3 * next(state);
        for (int r = 0; r < RANK; r++) {
          sum += m[i * RANK + r] * d[j * RANK + r];
        }
        p.set(i, j, sum);
      }
    }
    return p;
  }

  private static double next(long[] state) {
    state[0] = (state[0] * 1103515245L + 12345L) & 0x7fffffffL;
    return state[0] / 2147483648.0;
  }
}
