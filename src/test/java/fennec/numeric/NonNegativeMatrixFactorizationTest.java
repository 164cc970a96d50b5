package fennec.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fennec.numeric.FactorizationSettings.Start;
import fennec.progress.Progress;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NonNegativeMatrixFactorizationTest {

  static Stream<Named<JsonNode>> references() {
    return StreamSupport.stream(Reference.read("nmf").get("cases").spliterator(), false)
        .map(each -> Named.of(each.get("name").asText(), each));
  }

  @ParameterizedTest
  @MethodSource("references")
  void isWithinOnePerCentOfTheBestOfFiveReferenceStarts(JsonNode reference) {
    DMatrixRMaj p = Reference.matrix(reference.get("matrix"));
    FactorizationSettings five =
        FactorizationSettings.ofRank(reference.get("rank").asInt())
            .withStopping(2000, 1e-6)
            .withStarts(5, Start.NNDSVDA, 3);
    double best = reference.get("best_error_of_5_starts").asDouble();
    double error = NonNegativeMatrixFactorization.factorize(p, five).reconstructionError();
    assertTrue(error <= 1.01 * best, error + " against " + best);

    FactorizationSettings penalised =
        five.withPenalties(
            reference.get("alpha_m").asDouble(), reference.get("alpha_d").asDouble());
    double objective = reference.get("best_penalised_objective_of_5_starts").asDouble();
    double found = NonNegativeMatrixFactorization.factorize(p, penalised).objective();
    assertTrue(found <= 1.01 * objective, found + " against " + objective);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.4, 0.6})
  void findsPlantedFactorsBehindMissingEntries(double missing) {
    DMatrixRMaj truth = planted(120, 40, 3, 11);
    DMatrixRMaj seen = withMissing(truth, missing, 5);
    NonNegativeFactors found =
        NonNegativeMatrixFactorization.factorize(
            seen,
            FactorizationSettings.ofRank(3)
                .withStopping(5000, 1e-9)
                .withStarts(3, Start.NNDSVDA, 1));
    double squares = 0;
    double off = 0;
    for (int i = 0; i < truth.numRows; i++) {
      for (int j = 0; j < truth.numCols; j++) {
        squares += truth.get(i, j) * truth.get(i, j);
        off += Math.pow(found.reconstruct(i, j) - truth.get(i, j), 2);
      }
    }
    double share = Math.sqrt(off / squares);
    assertTrue(share < 0.005, "relative error over all entries, hidden ones too: " + share);
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void isNeverNegativeAndNeverRises(Start start) {
    for (double missing : new double[] {0, 0.3}) {
      DMatrixRMaj p = withMissing(planted(50, 12, 6, 2), missing, 8);
      NonNegativeFactors found =
          NonNegativeMatrixFactorization.factorize(
              p,
              FactorizationSettings.ofRank(4)
                  .withPenalties(0.05, 0.02)
                  .withStopping(300, 0)
                  .withStarts(1, start, 4));
      for (double value : found.rowFactors().data) {
        assertTrue(value >= 0);
      }
      for (double value : found.columnFactors().data) {
        assertTrue(value >= 0);
      }
      double[] curve = found.objectiveCurve();
      for (int i = 1; i < curve.length; i++) {
        assertTrue(curve[i] <= curve[i - 1] * (1 + 1e-12), "pass " + i);
      }
      assertTrue(curve[curve.length - 1] < curve[0]);
      assertEquals(objective(p, found), found.objective(), 1e-9 * found.objective());
    }
  }

  @Test
  void theMaskedPassMakesTheSameStepsAsTheDenseOneWhereNothingIsMissing() {
    DMatrixRMaj p = planted(30, 9, 5, 6);
    FactorizationSettings settings = FactorizationSettings.ofRank(3).withPenalties(0.1, 0.3);
    StartingPoint point = StartingPoint.random(p, 3, new SplittableRandom(1));
    double[] m = point.rows().clone();
    double[] d = point.columns().clone();
    FactorSweep dense = new DenseSweep(p, settings);
    FactorSweep masked = new MaskedSweep(p, settings, 30 * 9);
    for (int pass = 0; pass < 20; pass++) {
      assertEquals(masked.pass(m, d), dense.pass(point.rows(), point.columns()), 1e-8);
    }
    assertArrayEquals(m, point.rows(), 1e-9);
    assertArrayEquals(d, point.columns(), 1e-9);
    assertEquals(
        masked.squaredError(m, d), dense.squaredError(point.rows(), point.columns()), 1e-9);
  }

  @Test
  void theSameSeedGivesTheSameBitsOnAnyThread() {
    DMatrixRMaj p = withMissing(planted(80, 20, 5, 9), 0.2, 3);
    FactorizationSettings settings =
        FactorizationSettings.ofRank(4).withStopping(50, 1e-5).withStarts(3, Start.RANDOM, 42);
    double[] once = NonNegativeMatrixFactorization.factorize(p, settings).rowFactors().data;
    IntStream.range(0, 4)
        .parallel()
        .mapToObj(i -> NonNegativeMatrixFactorization.factorize(p, settings).rowFactors().data)
        .forEach(again -> assertArrayEquals(once, again));
    double[] other =
        NonNegativeMatrixFactorization.factorize(p, settings.withStarts(3, Start.RANDOM, 43))
            .rowFactors()
            .data;
    assertTrue(IntStream.range(0, once.length).anyMatch(i -> once[i] != other[i]));
  }

  @Test
  void moreStartsAreNeverWorse() {
    DMatrixRMaj p = planted(40, 15, 8, 12);
    double last = Double.POSITIVE_INFINITY;
    for (int starts = 1; starts <= 4; starts++) {
      double objective =
          NonNegativeMatrixFactorization.factorize(
                  p, FactorizationSettings.ofRank(3).withStarts(starts, Start.RANDOM, 7))
              .objective();
      assertTrue(objective <= last);
      last = objective;
    }
  }

  @Test
  void projectingAKnownRowAndColumnGivesTheirReconstruction() {
    DMatrixRMaj p = planted(60, 15, 3, 21);
    NonNegativeFactors found =
        NonNegativeMatrixFactorization.factorize(
            p, FactorizationSettings.ofRank(3).withStopping(5000, 1e-10));
    double[] row = new double[15];
    double[] column = new double[60];
    for (int j = 0; j < 15; j++) {
      row[j] = j % 3 == 0 ? Double.NaN : p.get(7, j);
    }
    for (int i = 0; i < 60; i++) {
      column[i] = i % 4 == 0 ? Double.NaN : p.get(i, 5);
    }
    double[] rowFactors = found.projectRow(row);
    double[] columnFactors = found.projectColumn(column);
    double atRow = 0;
    double atColumn = 0;
    for (int r = 0; r < 3; r++) {
      atRow += rowFactors[r] * found.columnFactors().get(3, r);
      atColumn += columnFactors[r] * found.rowFactors().get(8, r);
    }
    assertEquals(p.get(7, 3), atRow, 2e-3 * p.get(7, 3));
    assertEquals(p.get(8, 5), atColumn, 2e-3 * p.get(8, 5));
  }

  @Test
  void aRankBeyondTheMatrixAndAnEmptyRowAreFine() {
    DMatrixRMaj p =
        new DMatrixRMaj(new double[][] {{1, 2}, {Double.NaN, Double.NaN}, {2, 4}, {0, 0}});
    NonNegativeFactors found =
        NonNegativeMatrixFactorization.factorize(
            p, FactorizationSettings.ofRank(4).withPenalties(1e-6, 1e-6).withStopping(3000, 1e-9));
    assertEquals(4, found.reconstruct(2, 1), 1e-3);
    assertEquals(0, found.reconstruct(1, 0), 1e-12);
    assertTrue(found.reconstructionError() < 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"-1, entry (0; 1) is -1.0", "Infinity, entry (0; 1) is Infinity"})
  void refusesWhatIsNoScore(double value, String message) {
    DMatrixRMaj p = new DMatrixRMaj(new double[][] {{1, value}});
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> NonNegativeMatrixFactorization.factorize(p, FactorizationSettings.ofRank(1)));
    assertEquals(message.replace(';', ','), e.getMessage());
    DMatrixRMaj nothing = new DMatrixRMaj(new double[][] {{Double.NaN}});
    assertThrows(
        IllegalArgumentException.class,
        () -> NonNegativeMatrixFactorization.factorize(nothing, FactorizationSettings.ofRank(1)));
  }

  @Test
  void stopsWhenAsked() {
    Progress cancelled =
        new Progress() {
          @Override
          public void step(long done, long total, String what) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () ->
            NonNegativeMatrixFactorization.factorize(
                planted(5, 5, 2, 1), FactorizationSettings.ofRank(2), cancelled));
  }

  private static double objective(DMatrixRMaj p, NonNegativeFactors found) {
    double sum = 0;
    for (int i = 0; i < p.numRows; i++) {
      for (int j = 0; j < p.numCols; j++) {
        if (!Double.isNaN(p.get(i, j))) {
          sum += Math.pow(p.get(i, j) - found.reconstruct(i, j), 2);
        }
      }
    }
    for (double value : found.rowFactors().data) {
      sum += found.settings().alphaM() * value * value;
    }
    for (double value : found.columnFactors().data) {
      sum += found.settings().alphaD() * value * value;
    }
    return sum;
  }

  private static DMatrixRMaj planted(int m, int t, int k, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] a = rows(random, m, k);
    double[][] b = rows(random, t, k);
    DMatrixRMaj p = new DMatrixRMaj(m, t);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < t; j++) {
        for (int r = 0; r < k; r++) {
          // a third of the factors is 0, as in parts that are there or not
          double x = Math.max(0, a[i][r] - 0.33);
          double y = Math.max(0, b[j][r] - 0.33);
          p.add(i, j, x * y);
        }
      }
    }
    return p;
  }

  private static double[][] rows(SplittableRandom random, int n, int k) {
    return Stream.generate(() -> random.doubles(k).toArray()).limit(n).toArray(double[][]::new);
  }

  private static DMatrixRMaj withMissing(DMatrixRMaj p, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DMatrixRMaj seen = p.copy();
    for (int i = 0; i < seen.data.length; i++) {
      if (random.nextDouble() < share) {
        seen.data[i] = Double.NaN;
      }
    }
    return seen;
  }

  @Test
  void missingEntriesStartAtTheMeanOfTheirColumn() {
    DMatrixRMaj p =
        new DMatrixRMaj(new double[][] {{1, 3, Double.NaN}, {1, Double.NaN, 2}, {1, 3, 2}});

    StartingPoint start = StartingPoint.ofSingularVectors(p, 1, false);

    double[] columns = {1, 3, 2};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(columns[j], start.rows()[i] * start.columns()[j], 1e-9);
      }
    }
  }
}
