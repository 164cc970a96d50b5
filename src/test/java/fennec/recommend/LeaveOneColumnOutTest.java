package fennec.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LeaveOneColumnOutTest {

  /** By hand: squares 0.5, 0 and 0.04 over five scores, so their mean is 0.108. */
  @Test
  void strayingIsDrawnToOneAsIfByFurtherTasks() {
    double[][] predictions = {{0, 0, 0}, {0, 0, 0}};
    double[][] z = {{0.5, -0.5}, {0, 0}, {0.2, Double.NaN}};

    double[] straying = LeaveOneColumnOut.straying(predictions, z, 8);

    assertArrayEquals(
        new double[] {
          Math.sqrt((8 + 0.5 / 0.108) / 10), Math.sqrt(8 / 10.0), Math.sqrt((8 + 0.04 / 0.108) / 9)
        },
        straying,
        1e-12);
  }

  @Test
  void perfectPredictionsLeaveEveryModelAlike() {
    double[][] predictions = {{1, -1}};
    double[][] z = {{1}, {-1}};

    double[] straying = LeaveOneColumnOut.straying(predictions, z, 8);

    assertArrayEquals(new double[] {Math.sqrt(8 / 9.0), Math.sqrt(8 / 9.0)}, straying, 1e-12);
  }
}
