package fennec.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingQualityTest {

  @Test
  void agreesWithSciPy() throws IOException {
    List<double[]> numbers = reference();
    for (int i = 0; i < numbers.size(); i += 3) {
      Map<RankingMeasure, Double> quality = RankingQuality.of(numbers.get(i), numbers.get(i + 1));
      double[] expected = numbers.get(i + 2);
      assertThat(quality.get(RankingMeasure.PEARSON)).isCloseTo(100 * expected[0], within(1e-9));
      assertThat(quality.get(RankingMeasure.SPEARMAN)).isCloseTo(expected[1], within(1e-11));
      assertThat(quality.get(RankingMeasure.KENDALL)).isCloseTo(expected[2], within(1e-11));
      assertThat(quality.get(RankingMeasure.WEIGHTED_KENDALL))
          .isCloseTo(expected[3], within(1e-11));
    }
  }

  @Test
  void regretIsWhatTheFirstPlaceCosts() {
    Map<RankingMeasure, Double> quality =
        RankingQuality.of(
            new double[] {0.1, 0.9, 0.5, Double.NaN}, new double[] {0.8, 0.7, 0.6, 0.99});

    assertThat(quality.get(RankingMeasure.TOP1_REGRET)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void recallCountsTheFiveBest() {
    double[] actual = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
    double[] predicted = {9, 8, 7, 0, 0, 6, 5, 1, 1, 1};

    assertThat(RankingQuality.of(predicted, actual).get(RankingMeasure.TOP5_RECALL))
        .isCloseTo(0.6, within(1e-12));
  }

  @Test
  void aConstantPredictionRanksNothing() {
    Map<RankingMeasure, Double> quality =
        RankingQuality.of(new double[] {1, 1, 1, 1}, new double[] {4, 3, 2, 1});

    assertThat(quality.get(RankingMeasure.PEARSON)).isZero();
    assertThat(quality.get(RankingMeasure.SPEARMAN)).isZero();
  }

  @Test
  void twoModelsAreNoRanking() {
    assertThat(RankingQuality.of(new double[] {1, 2}, new double[] {1, 2})).isEmpty();
  }

  private static List<double[]> reference() throws IOException {
    try (InputStream stream = RankingQualityTest.class.getResourceAsStream("scipy-ranking.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    }
  }

  @Test
  void theFifthBestCountsAndSoDoesWhoeverEqualsIt() {
    double[] actual = {9, 8, 7, 6, 5, 5, 3};

    for (double[] predicted : List.of(actual, new double[] {9, 8, 7, 6, 1, 5, 3})) {
      assertThat(RankingQuality.of(predicted, actual).get(RankingMeasure.TOP5_RECALL)).isOne();
    }
  }
}
