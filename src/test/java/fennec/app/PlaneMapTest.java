package fennec.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.error.FennecException;
import fennec.progress.Progress;
import org.junit.jupiter.api.Test;

class PlaneMapTest {

  @Test
  void lengthsDoNotCount() throws Exception {
    float[][] vectors = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}};
    float[][] longer = {{9, 0, 0}, {0, 2, 0}, {0, 0, 5}, {3, 3, 0}};
    double[][] one = PlaneMap.of(PlaneMap.Way.PCA, vectors, Progress.NONE).places();
    double[][] other = PlaneMap.of(PlaneMap.Way.PCA, longer, Progress.NONE).places();
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(one[i], other[i], 1e-6);
    }
  }

  @Test
  void pointsInAPlaneKeepTheirDistances() {
    double[][] points = {{0, 0, 7}, {3, 4, 7}, {6, 0, 7}};
    PlaneMap map = PlaneMap.principal(points);
    double[][] p = map.places();
    assertEquals(5, Math.hypot(p[0][0] - p[1][0], p[0][1] - p[1][1]), 1e-9);
    assertEquals(6, Math.hypot(p[0][0] - p[2][0], p[0][1] - p[2][1]), 1e-9);
    assertEquals("100 % of the variance shown", map.note());
  }

  @Test
  void onePointOrOneAxisIsEnough() {
    assertArrayEquals(new double[] {0, 0}, PlaneMap.principal(new double[][] {{5, 6}}).places()[0]);
    double[][] line = PlaneMap.principal(new double[][] {{1}, {4}}).places();
    assertEquals(3, Math.abs(line[0][0] - line[1][0]), 1e-12);
    assertEquals(0, line[0][1]);
  }

  @Test
  void whatUmapCannotTakeIsSaid() {
    FennecException few =
        assertThrows(
            FennecException.class,
            () -> PlaneMap.of(PlaneMap.Way.UMAP, new float[3][2], Progress.NONE));
    assertEquals(
        "UMAP takes 4 to 10,000 vectors and there are 3; PCA takes any number.", few.getMessage());
  }
}
