package fennec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class KinDrawsTest {

  private static final int MANY = 40_000;

  @Test
  void drawsHaveTheCovarianceThatIsAskedFor() {
    double[][] kernel = {{1, 0.6, 0}, {0.6, 1, 0.2}, {0, 0.2, 1}};
    double[] straying = {1, 2, 0.5};
    double[] mean = {3, -1, 0};

    double[][] draws = new KinDraws(kernel, straying).around(mean, 0.5, 0.25, MANY, 11);

    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double covariance = 0;
        for (double[] draw : draws) {
          covariance += (draw[i] - mean[i]) * (draw[j] - mean[j]) / MANY;
        }
        double expected = straying[i] * straying[j] * (0.5 * kernel[i][j] + (i == j ? 0.25 : 0));
        assertThat(covariance).isCloseTo(expected, within(0.05));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameDraws() {
    KinDraws draws = new KinDraws(new double[][] {{1, 0.3}, {0.3, 1}}, new double[] {1, 1});
    double[] mean = {0, 0};

    assertArrayEquals(draws.around(mean, 1, 1, 3, 5), draws.around(mean, 1, 1, 3, 5));
    assertThat(draws.around(mean, 1, 1, 3, 5)[0]).isNotEqualTo(draws.around(mean, 1, 1, 3, 6)[0]);
  }

  @Test
  void modelsThatAreTheSameDoNotBreakTheFactor() {
    double[][] kernel = {{1, 1}, {1, 1}};

    double[][] draws = new KinDraws(kernel, new double[] {1, 1}).around(new double[2], 1, 0, 1, 1);

    assertThat(draws[0][0]).isCloseTo(draws[0][1], within(1e-3));
  }

  @Test
  void aMatrixThatIsNoKernelIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new KinDraws(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}));
  }
}
