package fennec.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Principal component analysis: the c directions of greatest variance of n points in d dimensions,
 * from the singular vectors of the centred points. Each direction has its largest entry (by size)
 * positive, so signs do not depend on the solver. Immutable.
 *
 * <p>Cost O(n d min(n, d)).
 */
public final class PrincipalComponents {

  private final double[] mean;
  private final DMatrixRMaj directions;
  private final double[] variances;
  private final double totalVariance;

  private PrincipalComponents(
      double[] mean, DMatrixRMaj directions, double[] variances, double totalVariance) {
    this.mean = mean;
    this.directions = directions;
    this.variances = variances;
    this.totalVariance = totalVariance;
  }

  /**
   * Finds the {@code count} leading components of {@code points} (n x d).
   *
   * @throws IllegalArgumentException if there are fewer than 2 points or the count is not between 1
   *     and the smaller of n and d
   */
  public static PrincipalComponents fit(DMatrixRMaj points, int count) {
    int n = points.numRows;
    if (n < 2 || count < 1 || count > Math.min(n, points.numCols)) {
      throw new IllegalArgumentException(
          count + " components of " + n + " points in " + points.numCols + " dimensions");
    }
    double[] mean = Columns.means(points);
    DMatrixRMaj centred = Columns.minus(points, mean);
    double total = 0;
    for (double value : centred.data) {
      total += value * value;
    }
    LeadingSingularVectors svd = LeadingSingularVectors.of(centred, count);
    DMatrixRMaj directions = new DMatrixRMaj(count, points.numCols);
    double[] variances = new double[count];
    for (int r = 0; r < count; r++) {
      System.arraycopy(svd.right(r), 0, directions.data, r * points.numCols, points.numCols);
      variances[r] = svd.value(r) * svd.value(r) / (n - 1);
    }
    return new PrincipalComponents(mean, directions, variances, total / (n - 1));
  }

  /** Coordinates (n x c) of {@code points} (n x d) along the components. */
  public DMatrixRMaj transform(DMatrixRMaj points) {
    DMatrixRMaj coordinates = new DMatrixRMaj(points.numRows, directions.numRows);
    CommonOps_DDRM.multTransB(Columns.minus(points, mean), directions, coordinates);
    return coordinates;
  }

  /** The components (c x d), one a row, of length 1; a copy. */
  public DMatrixRMaj directions() {
    return directions.copy();
  }

  /** Variance (divisor n - 1) along each component, descending. */
  public double[] variances() {
    return variances.clone();
  }

  /** Share of the total variance along each component; 0 where all points are equal. */
  public double[] varianceShares() {
    double[] shares = new double[variances.length];
    for (int r = 0; r < shares.length; r++) {
      shares[r] = totalVariance > 0 ? variances[r] / totalVariance : 0;
    }
    return shares;
  }
}
