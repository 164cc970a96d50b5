package fennec.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuasiNewtonTest {

  @Test
  void findsTheMinimumOfRosenbrocksValley() {
    double[] x =
        QuasiNewton.minimise(
            v -> 100 * Math.pow(v[1] - v[0] * v[0], 2) + Math.pow(1 - v[0], 2),
            new double[] {-1.2, 1},
            200);

    assertThat(x[0]).isCloseTo(1, within(1e-3));
    assertThat(x[1]).isCloseTo(1, within(1e-3));
  }

  @Test
  void passesOverWhatIsNotFinite() {
    double[] x =
        QuasiNewton.minimise(
            v -> v[0] <= 0 ? Double.POSITIVE_INFINITY : v[0] - Math.log(v[0]),
            new double[] {5},
            100);

    assertThat(x[0]).isCloseTo(1, within(1e-3));
  }

  @Test
  void staysAtAMinimum() {
    double[] x = QuasiNewton.minimise(v -> v[0] * v[0] + v[1] * v[1], new double[2], 10);

    assertThat(x).containsExactly(0, 0);
  }
}
