package fennec.app;

import fennec.error.FennecException;
import fennec.numeric.PrincipalComponents;
import fennec.numeric.UmapProjection;
import fennec.progress.Progress;
import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * Vectors in the plane, the same in the window and in the terminal.
 *
 * @param places n x 2
 * @param note what a reader should know of it, a few words, for example the share of variance
 */
public record PlaneMap(double[][] places, String note) {

  private static final long SEED = 1;
  private static final int NEIGHBOURS = 15;
  private static final int FEWEST = 4;

  /** Its cost grows with the square of the number of points. */
  private static final int MOST = 10_000;

  /** Ways to bring vectors into the plane. */
  public enum Way {
    /** The two principal components. */
    PCA("PCA", "The two directions in which the vectors differ most; distances can be trusted"),
    /** Uniform manifold approximation with a fixed seed. */
    UMAP("UMAP", "Near ones stay near; distances between groups mean little");

    private final String title;
    private final String meaning;

    Way(String title, String meaning) {
      this.title = title;
      this.meaning = meaning;
    }

    /** Its name for people. */
    public String title() {
      return title;
    }

    /** What can be read from it, one sentence. */
    public String meaning() {
      return meaning;
    }
  }

  /**
   * The directions of {@code vectors} (n x d) in the plane: their lengths do not count.
   *
   * @throws FennecException if there are too few vectors or too many for the way
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public static PlaneMap of(Way way, float[][] vectors, Progress progress) throws FennecException {
    double[][] directions =
        Arrays.stream(vectors).map(PlaneMap::direction).toArray(double[][]::new);
    if (way == Way.PCA) {
      return principal(directions);
    }
    if (vectors.length < FEWEST || vectors.length > MOST) {
      throw new FennecException(
          String.format(
              Locale.ROOT,
              "UMAP takes %,d to %,d vectors and there are %,d; PCA takes any number.",
              FEWEST,
              MOST,
              vectors.length));
    }
    return new PlaneMap(
        UmapProjection.fit(directions, NEIGHBOURS, SEED, progress),
        NEIGHBOURS + " neighbours, seed " + SEED);
  }

  /**
   * The two principal components of {@code points} (n x d); zeros where there is only one or none.
   */
  public static PlaneMap principal(double[][] points) {
    double[][] places = new double[points.length][2];
    int axes = points.length < 2 ? 0 : Math.min(2, Math.min(points.length, points[0].length));
    double shown = 0;
    if (axes > 0) {
      DMatrixRMaj matrix = new DMatrixRMaj(points);
      PrincipalComponents components = PrincipalComponents.fit(matrix, axes);
      DMatrixRMaj flat = components.transform(matrix);
      for (int i = 0; i < places.length; i++) {
        for (int axis = 0; axis < axes; axis++) {
          places[i][axis] = flat.get(i, axis);
        }
      }
      shown = Arrays.stream(components.varianceShares()).sum();
    }
    return new PlaneMap(places, Math.round(100 * shown) + " % of the variance shown");
  }

  private static double[] direction(float[] vector) {
    double square = 0;
    for (float v : vector) {
      square += (double) v * v;
    }
    double length = square > 0 ? Math.sqrt(square) : 1;
    double[] direction = new double[vector.length];
    for (int j = 0; j < direction.length; j++) {
      direction[j] = vector[j] / length;
    }
    return direction;
  }
}
