package fennec.ui.clusters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.PlaneMap;
import fennec.progress.Progress;
import fennec.ui.FakeClusters;
import fennec.ui.map.PlanarMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every map of six planted groups of four keeps the groups together, and is the same twice. */
class ZooMapsTest {

  private final List<ZooArchitecture> zoo = new FakeClusters().architectures(Progress.NONE);

  private static final Progress STOPPED =
      new Progress() {
        @Override
        public void step(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
          return true;
        }
      };

  @ParameterizedTest
  @EnumSource(MapKind.class)
  void theSameTwice(MapKind kind) throws Exception {
    PlanarMap once = ZooMaps.of(kind, zoo, Progress.NONE).map();
    PlanarMap again = ZooMaps.of(kind, zoo, Progress.NONE).map();
    assertArrayEquals(once.x(), again.x());
    assertArrayEquals(once.y(), again.y());
    assertEquals(zoo.size(), once.size());
  }

  @ParameterizedTest
  @EnumSource(
      value = MapKind.class,
      names = {"PCA", "NEIGHBOURS"})
  void familiesStayTogether(MapKind kind) throws Exception {
    PlanarMap map = ZooMaps.of(kind, zoo, Progress.NONE).map();
    double inside = 0;
    int pairsInside = 0;
    double across = 0;
    int pairsAcross = 0;
    for (int i = 0; i < zoo.size(); i++) {
      for (int j = 0; j < i; j++) {
        double apart = Math.hypot(map.x()[i] - map.x()[j], map.y()[i] - map.y()[j]);
        if (zoo.get(i).family().equals(zoo.get(j).family())) {
          inside += apart;
          pairsInside++;
        } else {
          across += apart;
          pairsAcross++;
        }
      }
    }
    assertTrue(2 * inside / pairsInside < across / pairsAcross, inside + " and " + across);
  }

  @Test
  void everyWayThatImagesAreMappedInIsThereForArchitecturesWithTheSameWords() {
    for (PlaneMap.Way way : PlaneMap.Way.values()) {
      MapKind kind = MapKind.valueOf(way.name());
      assertEquals(Optional.of(way), kind.way());
      assertEquals(way.title(), kind.title());
      assertEquals(way.meaning(), kind.meaning());
    }
  }

  @Test
  void slowMapsCanBeStopped() {
    assertThrows(CancellationException.class, () -> ZooMaps.of(MapKind.UMAP, zoo, STOPPED));
    assertThrows(CancellationException.class, () -> ZooMaps.of(MapKind.NEIGHBOURS, zoo, STOPPED));
  }

  @Test
  void neighboursAreTheMostAlike() {
    NeighbourNetwork network = NeighbourNetwork.of(zoo, 3);
    assertEquals(6, network.parts(), "three others of its family are nearest to each");
    assertEquals(6 * 4 * 3 / 2, network.links().size());
    for (NeighbourNetwork.Link link : network.links()) {
      assertEquals(zoo.get(link.from()).family(), zoo.get(link.to()).family());
      assertTrue(link.similarity() > 0.9);
    }
    assertEquals(1, NeighbourNetwork.of(zoo, 20).parts());
  }
}
