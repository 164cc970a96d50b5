package fennec.ui.clusters;

import fennec.app.PlaneMap;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.map.PlanarMap;
import java.util.List;

/** The ways to bring the zoo's vectors into the plane, each with its fixed seed. */
final class ZooMaps {

  private static final long SEED = 1;
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

  static Drawn of(MapKind kind, List<ZooArchitecture> zoo, Progress progress)
      throws FennecException {
    if (kind.way().isPresent()) {
      PlaneMap map = PlaneMap.of(kind.way().get(), vectors(zoo), progress);
      return new Drawn(PlanarMap.of(map.places()), null, map.note());
    }
    NeighbourNetwork network = NeighbourNetwork.of(zoo, LINKS);
    PlanarMap map = SpringLayout.of(zoo.size(), network, SEED, progress);
    return new Drawn(
        map,
        network,
        network.links().size()
            + " links to the "
            + LINKS
            + " nearest, "
            + (network.parts() == 1 ? "all joined" : network.parts() + " separate parts"));
  }

  private static float[][] vectors(List<ZooArchitecture> zoo) {
    return zoo.stream().map(ZooArchitecture::vector).toArray(float[][]::new);
  }
}
