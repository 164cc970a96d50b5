package fennec.ui.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.ui.map.Lasso;
import fennec.ui.map.MapLabels;
import fennec.ui.map.MapViewport;
import fennec.ui.map.NearestPoint;
import fennec.ui.map.PlanarMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lasso, the nearest point, the viewport, and models that share a place. */
class MapGeometryTest {

  private static PlanarMap places(double... xy) {
    int n = xy.length / 2;
    return new PlanarMap(
        IntStream.range(0, n).mapToDouble(i -> xy[2 * i]).toArray(),
        IntStream.range(0, n).mapToDouble(i -> xy[2 * i + 1]).toArray());
  }

  @Test
  void aLassoClosesByAStraightLineToItsStart() {
    Lasso lasso = new Lasso(0, 0);
    lasso.add(100, 0);
    lasso.add(100, 100);
    assertTrue(lasso.contains(60, 40));
    assertFalse(lasso.contains(40, 60), "beyond the closing line from (100, 100) to (0, 0)");
    lasso.add(0, 100);
    assertTrue(lasso.contains(40, 60));
    assertFalse(lasso.contains(-1, 50));
    assertFalse(lasso.contains(50, 101));
  }

  @Test
  void whatIsRoundTwiceIsOutside() {
    Lasso lasso = new Lasso(0, 0);
    double[][] twice = {{90, 0}, {90, 90}, {0, 90}, {0, 3}, {60, 3}, {60, 60}, {3, 60}};
    for (double[] corner : twice) {
      lasso.add(corner[0], corner[1]);
    }
    assertFalse(lasso.contains(30, 30));
    assertTrue(lasso.contains(75, 75));
  }

  @Test
  void aLassoTakesVisiblePointsOnly() {
    Lasso lasso = new Lasso(0, 0);
    lasso.add(10, 0);
    lasso.add(10, 10);
    lasso.add(0, 10);
    PlanarMap places = places(5, 5, 6, 6, 20, 5);
    assertEquals(List.of(0, 1), lasso.inside(places, i -> true));
    assertEquals(List.of(1), lasso.inside(places, i -> i != 0));
  }

  @Test
  void aSmallLineIsAClick() {
    Lasso lasso = new Lasso(10, 10);
    lasso.add(13, 12);
    assertTrue(lasso.isClick());
    lasso.add(30, 10);
    lasso.add(10, 10);
    assertFalse(lasso.isClick());
  }

  @Test
  void theNearestVisiblePointWithinReachIsTaken() {
    PlanarMap places = places(0, 0, 10, 0, 12, 0);
    assertEquals(1, NearestPoint.at(places, i -> true, 10.5, 0, 5));
    assertEquals(2, NearestPoint.at(places, i -> i != 1, 10.5, 0, 5));
    assertEquals(-1, NearestPoint.at(places, i -> true, 5, 20, 5));
    assertEquals(1, NearestPoint.at(places, i -> true, 11, 0, 5), "a tie goes to the first");
  }

  @Test
  void arrowsGoToTheNextPointInTheirDirection() {
    PlanarMap places = places(0, 0, 10, 0, 6, 5, 0, -10, -4, 1, 3, 40);
    assertEquals(1, NearestPoint.towards(places, i -> true, 0, 1, 0));
    assertEquals(2, NearestPoint.towards(places, i -> i != 1, 0, 1, 0));
    assertEquals(3, NearestPoint.towards(places, i -> true, 0, 0, -1));
    assertEquals(4, NearestPoint.towards(places, i -> true, 0, -1, 0));
    assertEquals(5, NearestPoint.towards(places, i -> true, 0, 0, 1));
    assertEquals(-1, NearestPoint.towards(places, i -> true, 5, 0, 1));
  }

  @Test
  void zoomingKeepsWhatIsUnderThePointer() {
    MapViewport viewport = new MapViewport();
    viewport.resize(800, 600);
    viewport.fit(places(-1, -0.5, 1, 0.5));
    double x = viewport.worldX(200);
    double y = viewport.worldY(450);
    viewport.zoom(3, 200, 450);
    assertEquals(200, viewport.screenX(x), 1e-9);
    assertEquals(450, viewport.screenY(y), 1e-9);
    viewport.pan(7, -9);
    assertEquals(207, viewport.screenX(x), 1e-9);
    assertEquals(441, viewport.screenY(y), 1e-9);
  }

  @Test
  void fittingShowsEveryPoint() {
    MapViewport viewport = new MapViewport();
    viewport.resize(500, 900);
    PlanarMap map = places(-3, 2, 5, 2.5, 1, -7);
    viewport.fit(map);
    PlanarMap screen = viewport.toScreen(map);
    for (int i = 0; i < 3; i++) {
      assertTrue(screen.x()[i] > 10 && screen.x()[i] < 490, "x " + screen.x()[i]);
      assertTrue(screen.y()[i] > 10 && screen.y()[i] < 890, "y " + screen.y()[i]);
    }
    viewport.zoom(20, 250, 450);
    viewport.reveal(5, 2.5);
    assertEquals(500 - 34, viewport.screenX(5), 1e-6);
  }

  @Test
  void aMapIsCentredAndKeepsItsProportions() {
    PlanarMap map = PlanarMap.of(new double[][] {{10, 5}, {30, 5}, {20, 10}});
    assertEquals(-1, map.x()[0], 1e-12);
    assertEquals(1, map.x()[1], 1e-12);
    assertEquals(0.25, map.y()[2], 1e-12);
  }

  @Test
  void modelsOfOneArchitectureLieAroundItAndApart() {
    List<ZooPoint> points =
        IntStream.range(0, 40)
            .mapToObj(i -> new ZooPoint("m" + i, 0, i, "", OptionalLong.empty(), true))
            .toList();
    PlanarMap spread = ZooPoints.spread(places(0.3, -0.2), points);
    assertEquals(0.3, spread.x()[0], 1e-12);
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < i; j++) {
        double apart = Math.hypot(spread.x()[i] - spread.x()[j], spread.y()[i] - spread.y()[j]);
        assertTrue(apart > 0.008, i + " and " + j + " lie " + apart + " apart");
      }
    }
  }

  @Test
  void namesCoverNoPointAndNoOtherName() {
    MapLabels labels = new MapLabels(places(50, 50, 60, 50, 300, 50), 400, 100);
    assertTrue(labels.place(0, 30), "to the left, since there is a point to the right");
    assertTrue(labels.placed().get(0).x() < 50);
    assertTrue(labels.place(2, 60));
    assertFalse(labels.place(2, 500), "wider than the view");
  }
}
