package fennec.numeric;

import org.ejml.data.DMatrixRMaj;

/**
 * Non-negative factors M (m x k) and D (t x k) of a matrix P (m x t), P = M D^T as well as it can
 * be. Immutable: matrices leave as copies.
 */
public final class NonNegativeFactors {

  private final DMatrixRMaj rowFactors;
  private final DMatrixRMaj columnFactors;
  private final FactorizationSettings settings;
  private final double[] objectives;
  private final double squaredError;
  private final boolean converged;

  NonNegativeFactors(
      DMatrixRMaj rowFactors,
      DMatrixRMaj columnFactors,
      FactorizationSettings settings,
      double[] objectives,
      double squaredError,
      boolean converged) {
    this.rowFactors = rowFactors;
    this.columnFactors = columnFactors;
    this.settings = settings;
    this.objectives = objectives;
    this.squaredError = squaredError;
    this.converged = converged;
  }

  /** M (m x k), a copy. */
  public DMatrixRMaj rowFactors() {
    return rowFactors.copy();
  }

  /** D (t x k), a copy. */
  public DMatrixRMaj columnFactors() {
    return columnFactors.copy();
  }

  /** The settings these factors were found with. */
  public FactorizationSettings settings() {
    return settings;
  }

  /** Objective with penalties at the end. */
  public double objective() {
    return objectives[objectives.length - 1];
  }

  /** Objective after each pass; never rises but for rounding. */
  public double[] objectiveCurve() {
    return objectives.clone();
  }

  /** ||P - M D^T||_F over the observed entries. */
  public double reconstructionError() {
    return Math.sqrt(squaredError);
  }

  /** Passes made. */
  public int iterations() {
    return objectives.length;
  }

  /** Whether the stopping rule was met before the passes ran out. */
  public boolean converged() {
    return converged;
  }

  /** Entry (i, j) of M D^T. */
  public double reconstruct(int i, int j) {
    return dot(rowFactors, i, columnFactors, j);
  }

  /** M D^T (m x t). */
  public DMatrixRMaj reconstruction() {
    DMatrixRMaj all = new DMatrixRMaj(rowFactors.numRows, columnFactors.numRows);
    for (int i = 0; i < all.numRows; i++) {
      for (int j = 0; j < all.numCols; j++) {
        all.unsafe_set(i, j, reconstruct(i, j));
      }
    }
    return all;
  }

  /**
   * Factors (k) of a new row of P with D held fixed: non-negative least squares over the observed
   * entries with the penalty of M.
   *
   * @param row t entries, NaN where missing
   */
  public double[] projectRow(double[] row) {
    return NonNegativeLeastSquares.solve(columnFactors, row, settings.alphaM());
  }

  /**
   * Factors (k) of a new column of P with M held fixed: non-negative least squares over the
   * observed entries with the penalty of D.
   *
   * @param column m entries, NaN where missing
   */
  public double[] projectColumn(double[] column) {
    return NonNegativeLeastSquares.solve(rowFactors, column, settings.alphaD());
  }

  private static double dot(DMatrixRMaj a, int i, DMatrixRMaj b, int j) {
    double sum = 0;
    for (int r = 0; r < a.numCols; r++) {
      sum += a.unsafe_get(i, r) * b.unsafe_get(j, r);
    }
    return sum;
  }
}
