package fennec.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorrelationsTest {

  static Stream<Named<JsonNode>> references() {
    return StreamSupport.stream(Reference.read("correlations").get("cases").spliterator(), false)
        .map(each -> Named.of(each.get("name").asText(), each));
  }

  @ParameterizedTest
  @MethodSource("references")
  void equalTheReference(JsonNode reference) {
    double[] x = Reference.vector(reference.get("x"));
    double[] y = Reference.vector(reference.get("y"));
    agree(reference.get("pearson"), Correlations.pearson(x, y));
    agree(reference.get("spearman"), Correlations.spearman(x, y));
    agree(reference.get("kendall"), Correlations.kendall(x, y));
    agree(reference.get("weighted_kendall"), Correlations.weightedKendall(x, y));
  }

  private static void agree(JsonNode expected, double value) {
    if (expected.isNull()) {
      assertTrue(Double.isNaN(value));
    } else {
      assertEquals(expected.asDouble(), value, 1e-12);
    }
  }

  @Test
  void missingNumbersMakeThemUndefined() {
    double[] x = {1, Double.NaN, 3};
    double[] y = {1, 2, 3};
    assertTrue(Double.isNaN(Correlations.pearson(x, y)));
    assertTrue(Double.isNaN(Correlations.weightedKendall(y, x)));
    assertTrue(Double.isNaN(Correlations.kendall(new double[] {1}, new double[] {2})));
    assertThrows(IllegalArgumentException.class, () -> Correlations.spearman(x, new double[2]));
  }

  @Test
  void equalNumbersShareTheirMeanRank() {
    assertArrayEquals(
        new double[] {3.5, 1, 3.5, 2}, Correlations.ranks(new double[] {9, -1, 9, 0}));
  }
}
