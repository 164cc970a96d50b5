package fennec.numeric;

import org.ejml.data.DMatrixRMaj;

/**
 * The pass for a matrix with missing entries. Each row's entries and factors are gathered, its k
 * factors improved one by one against the residual of the observed entries, and scattered back;
 * then the same for columns. Residuals are taken anew for each row, so rounding does not pile up.
 */
final class MaskedSweep implements FactorSweep {

  private final int k;
  private final double alphaM;
  private final double alphaD;
  private final Entries byRow;
  private final Entries byColumn;
  private final double[] residual;
  private final double[] own;

  /** Observed entries of n lines: those of line i from start[i] to start[i + 1]. */
  private record Entries(int[] start, int[] other, double[] value) {

    static Entries of(DMatrixRMaj p, boolean columnWise, int observed) {
      int lines = columnWise ? p.numCols : p.numRows;
      int across = columnWise ? p.numRows : p.numCols;
      Entries entries = new Entries(new int[lines + 1], new int[observed], new double[observed]);
      int count = 0;
      for (int i = 0; i < lines; i++) {
        for (int j = 0; j < across; j++) {
          double value = columnWise ? p.unsafe_get(j, i) : p.unsafe_get(i, j);
          if (!Double.isNaN(value)) {
            entries.other[count] = j;
            entries.value[count++] = value;
          }
        }
        entries.start[i + 1] = count;
      }
      return entries;
    }

    int lines() {
      return start.length - 1;
    }
  }

  MaskedSweep(DMatrixRMaj p, FactorizationSettings settings, int observed) {
    k = settings.rank();
    alphaM = settings.alphaM();
    alphaD = settings.alphaD();
    byRow = Entries.of(p, false, observed);
    byColumn = Entries.of(p, true, observed);
    residual = new double[Math.max(p.numRows, p.numCols)];
    own = new double[k];
  }

  @Override
  public double pass(double[] m, double[] d) {
    return update(byRow, m, d, alphaM) + update(byColumn, d, m, alphaD);
  }

  private double update(Entries entries, double[] factor, double[] fixed, double alpha) {
    double violation = 0;
    int n = entries.lines();
    int across = fixed.length / k;
    for (int i = 0; i < n; i++) {
      int from = entries.start[i];
      int count = entries.start[i + 1] - from;
      for (int r = 0; r < k; r++) {
        own[r] = factor[r * n + i];
      }
      residuals(entries, i, fixed);
      for (int r = 0; r < k; r++) {
        double slope = alpha * own[r];
        double curvature = alpha;
        for (int e = 0; e < count; e++) {
          double f = fixed[r * across + entries.other[from + e]];
          slope -= residual[e] * f;
          curvature += f * f;
        }
        if (curvature > 0) {
          violation += Math.abs(own[r] == 0 ? Math.min(0, slope) : slope);
          double next = Math.max(0, own[r] - slope / curvature);
          double change = next - own[r];
          if (change != 0) {
            for (int e = 0; e < count; e++) {
              residual[e] -= change * fixed[r * across + entries.other[from + e]];
            }
          }
          own[r] = next;
          factor[r * n + i] = next;
        }
      }
    }
    return violation;
  }

  /** Observed minus fitted entries of line i, whose factors are in {@code own}. */
  private void residuals(Entries entries, int i, double[] fixed) {
    int across = fixed.length / k;
    int from = entries.start[i];
    int count = entries.start[i + 1] - from;
    System.arraycopy(entries.value, from, residual, 0, count);
    for (int r = 0; r < k; r++) {
      for (int e = 0; e < count; e++) {
        residual[e] -= own[r] * fixed[r * across + entries.other[from + e]];
      }
    }
  }

  @Override
  public double squaredError(double[] m, double[] d) {
    double squared = 0;
    int n = byRow.lines();
    for (int i = 0; i < n; i++) {
      for (int r = 0; r < k; r++) {
        own[r] = m[r * n + i];
      }
      residuals(byRow, i, d);
      for (int e = 0; e < byRow.start[i + 1] - byRow.start[i]; e++) {
        squared += residual[e] * residual[e];
      }
    }
    return squared;
  }
}
