package fennec.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescendingTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 11, 12, 13, 24, 25, 100, 1000, 1023})
  void agreesWithAStableSortOfObjects(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[] values = random.doubles(n).map(v -> Math.floor(20 * v) / 20 - 0.5).toArray();
    int[] expected =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    assertArrayEquals(expected, Descending.order(values));
  }
}
