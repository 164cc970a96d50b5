package fennec.numeric;

/** One pass of coordinate descent over both factors, each transposed: k rows of m or t numbers. */
interface FactorSweep {

  /**
   * Improves first {@code m} (k x m) and then {@code d} (k x t) in place.
   *
   * @return the sum of the absolute projected gradients met on the way
   */
  double pass(double[] m, double[] d);

  /** ||P - M D^T||_F^2 over the observed entries, for the factors the last pass ended with. */
  double squaredError(double[] m, double[] d);
}
