package fennec.ui.clusters;

import fennec.numeric.PrincipalComponents;
import fennec.numeric.UmapProjection;
import fennec.progress.Progress;
import fennec.ui.map.PlanarMap;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The ways to bring the zoo's vectors into the plane, each with its fixed seed. */
final class ZooMaps {

  private static final long SEED = 1;
  private static final int UMAP_NEIGHBOURS = 15;
  private static final int LINKS = 4;

  private ZooMaps() {}

  /**
   * A map with the network drawn on it.
   *
   * @param map places of the architectures
   * @param network links between them; null where none are drawn
   * @param note what a reader should know of it, for example the share of variance
   */
  record Drawn(PlanarMap map, NeighbourNetwork network, String note) {}

  static Drawn of(MapKind kind, List<ZooArchitecture> zoo, Progress progress) {
    return switch (kind) {
      case PCA -> principal(zoo);
      case UMAP ->
          new Drawn(
              PlanarMap.of(UmapProjection.fit(directions(zoo), UMAP_NEIGHBOURS, SEED, progress)),
              null,
              UMAP_NEIGHBOURS + " neighbours, seed " + SEED);
      case NEIGHBOURS -> {
        NeighbourNetwork network = NeighbourNetwork.of(zoo, LINKS);
        PlanarMap map = SpringLayout.of(zoo.size(), network, SEED, progress);
        yield new Drawn(
            map,
            network,
            network.links().size()
                + " links to the "
                + LINKS
                + " nearest, "
                + (network.parts() == 1 ? "all joined" : network.parts() + " separate parts"));
      }
    };
  }

  private static Drawn principal(List<ZooArchitecture> zoo) {
    DMatrixRMaj points = new DMatrixRMaj(directions(zoo));
    PrincipalComponents components = PrincipalComponents.fit(points, 2);
    DMatrixRMaj flat = components.transform(points);
    double[][] places = new double[zoo.size()][2];
    for (int i = 0; i < places.length; i++) {
      places[i] = new double[] {flat.get(i, 0), flat.get(i, 1)};
    }
    double[] shares = components.varianceShares();
    return new Drawn(
        PlanarMap.of(places),
        null,
        Math.round(100 * (shares[0] + shares[1])) + " % of the variance shown");
  }

  /** Vectors of length 1, as they are clustered. */
  private static double[][] directions(List<ZooArchitecture> zoo) {
    double[][] rows = new double[zoo.size()][];
    for (int i = 0; i < rows.length; i++) {
      float[] vector = zoo.get(i).vector();
      double square = 0;
      for (float v : vector) {
        square += (double) v * v;
      }
      double length = square > 0 ? Math.sqrt(square) : 1;
      rows[i] = new double[vector.length];
      for (int j = 0; j < vector.length; j++) {
        rows[i][j] = vector[j] / length;
      }
    }
    return rows;
  }
}
