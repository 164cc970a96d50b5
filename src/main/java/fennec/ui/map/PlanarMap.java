package fennec.ui.map;

/**
 * Places in the plane, within -1 and 1 along the longer side.
 *
 * @param x from left to right
 * @param y from bottom to top
 */
public record PlanarMap(double[] x, double[] y) {

  /** No places. */
  public static final PlanarMap EMPTY = new PlanarMap(new double[0], new double[0]);

  /** Centres {@code coordinates} (n x 2) and scales them, both axes alike, into the unit square. */
  public static PlanarMap of(double[][] coordinates) {
    int n = coordinates.length;
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double[] each : coordinates) {
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], each[axis]);
        high[axis] = Math.max(high[axis], each[axis]);
      }
    }
    double half = Math.max(1e-12, Math.max(high[0] - low[0], high[1] - low[1]) / 2);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = (coordinates[i][0] - (low[0] + high[0]) / 2) / half;
      y[i] = (coordinates[i][1] - (low[1] + high[1]) / 2) / half;
    }
    return new PlanarMap(x, y);
  }

  /** Number of places. */
  public int size() {
    return x.length;
  }
}
