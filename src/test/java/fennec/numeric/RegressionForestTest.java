package fennec.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class RegressionForestTest {

  private static float[][] points(int n, int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] x = new float[n][d];
    for (float[] row : x) {
      for (int j = 0; j < d; j++) {
        row[j] = (float) random.nextDouble();
      }
    }
    return x;
  }

  private static double[][] surface(float[][] x) {
    double[][] y = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      y[i] = new double[] {Math.sin(6 * x[i][0]) + x[i][1], x[i][2] > 0.5 ? 1 : -1};
    }
    return y;
  }

  @Test
  void followsASmoothSurfaceAndAStep() {
    float[][] x = points(800, 3, 1);
    RegressionForest forest = RegressionForest.fit(x, surface(x), 25, 5);
    float[][] unseen = points(200, 3, 2);
    double[][] truth = surface(unseen);
    double error = 0;
    double variance = 0;
    for (int i = 0; i < unseen.length; i++) {
      double[] said = forest.predict(unseen[i]);
      for (int j = 0; j < 2; j++) {
        error += Math.pow(said[j] - truth[i][j], 2);
        variance += truth[i][j] * truth[i][j];
      }
    }
    assertTrue(error / variance < 0.05, "unexplained share " + error / variance);
  }

  @Test
  void staysWithinTheRangeOfItsTargets() {
    float[][] x = points(100, 4, 3);
    double[][] y = surface(x);
    RegressionForest forest = RegressionForest.fit(x, y, 10, 5);
    double[] far = forest.predict(new float[] {50, -50, 50, -50});
    assertTrue(far[0] >= -1 && far[0] <= 2 && far[1] >= -1 && far[1] <= 1);
  }

  @Test
  void dependsOnTheSeedAloneAndNotOnTheNumberOfThreads() throws Exception {
    float[][] x = points(120, 6, 4);
    double[][] y = surface(x);
    float[] row = points(1, 6, 9)[0];
    ForkJoinPool one = new ForkJoinPool(1);
    double[][] single = one.submit(() -> RegressionForest.fit(x, y, 8, 11).predictTrees(row)).get();
    one.shutdown();
    assertArrayEquals(single, RegressionForest.fit(x, y, 8, 11).predictTrees(row));
    assertThrows(
        AssertionError.class,
        () -> assertArrayEquals(single, RegressionForest.fit(x, y, 8, 12).predictTrees(row)));
  }

  @Test
  void constantFeaturesAndASingleRowGiveALeaf() {
    RegressionForest constant =
        RegressionForest.fit(
            new float[][] {{1, 1}, {1, 1}, {1, 1}}, new double[][] {{1}, {2}, {3}}, 40, 1);
    assertEquals(2, constant.predict(new float[] {1, 1})[0], 0.4);
    RegressionForest single =
        RegressionForest.fit(new float[][] {{3}}, new double[][] {{7, 8}}, 2, 1);
    assertArrayEquals(new double[] {7, 8}, single.predict(new float[] {0}));
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RegressionForest.fit(new float[0][], new double[0][], 1, 1));
    RegressionForest forest =
        RegressionForest.fit(new float[][] {{1, 2}}, new double[][] {{1}}, 1, 1);
    assertEquals(
        "3 features where the forest knows 2",
        assertThrows(IllegalArgumentException.class, () -> forest.predict(new float[] {1, 2, 3}))
            .getMessage());
  }

  /** Of two rows some trees draw only one; those that draw both cut halfway. */
  @Test
  void cutsLieHalfwayBetweenNeighbours() {
    float[][] x = {{0}, {0}, {10}, {10}};
    double[][] y = {{0}, {0}, {1}, {1}};
    RegressionForest forest = RegressionForest.fit(x, y, 50, 5);

    assertEquals(forest.predict(new float[] {0})[0], forest.predict(new float[] {4.9f})[0]);
    assertEquals(forest.predict(new float[] {10})[0], forest.predict(new float[] {5.1f})[0]);
    assertTrue(forest.predict(new float[] {4.9f})[0] < forest.predict(new float[] {5.1f})[0]);
  }

  @Test
  void sixtyFourValuesHaveABinEach() {
    float[][] x = new float[64][1];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = i;
    }
    RegressionForest.QuantileBins bins = RegressionForest.QuantileBins.of(x);

    assertEquals(63, bins.borders()[0].length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(i, bins.codes()[0][i]);
    }
  }
}
