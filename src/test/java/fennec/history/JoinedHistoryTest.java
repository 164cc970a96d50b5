package fennec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinedHistoryTest {

  private static final double NONE = Double.NaN;
  private final HistoryPack one =
      pack(
          "one",
          List.of("a", "b", "c"),
          List.of("x", "y"),
          new double[][] {{0.9, 0.3}, {0.8, NONE}, {0.7, 0.5}});
  private final HistoryPack two =
      pack("two", List.of("b", "d"), List.of("y", "z"), new double[][] {{0.2, 0.6}, {0.4, NONE}});

  @Test
  void sharesTasksAndKeepsModelsOfOneNameApart() {
    JoinedHistory joined = JoinedHistory.of(List.of(one, two));
    PerformanceMatrix p = joined.performance();
    assertEquals(List.of("a", "b [one]", "c", "b [two]", "d"), p.models());
    assertEquals(List.of("x", "y", "z"), p.tasks());
    assertEquals(new HistoryRow("b [two]", 1, "b"), joined.rows().get(3));
    assertEquals(0.2, p.score(3, 1));
    assertFalse(p.observed(3, 0));
    assertFalse(p.observed(0, 2));
    assertEquals(8, p.observedCount());
  }

  @Test
  void standardisesPerPackAndTaskAndGoesBack() {
    JoinedHistory joined = JoinedHistory.of(List.of(one, two));
    double[][] z = joined.standardised();
    ScoreScale x = joined.scale(0, 0).orElseThrow();
    assertEquals(0.8, x.mean(), 1e-15);
    assertEquals(Math.sqrt(0.02 / 3), x.spread(), 1e-15);
    assertTrue(joined.scale(1, 0).isEmpty());
    for (int pack = 0; pack < 2; pack++) {
      int of = pack;
      int[] rows = IntStream.range(0, 5).filter(i -> joined.rows().get(i).pack() == of).toArray();
      double[] y =
          Arrays.stream(rows).mapToDouble(i -> z[i][1]).filter(s -> !Double.isNaN(s)).toArray();
      assertEquals(0, Arrays.stream(y).sum(), 1e-12);
      assertEquals(1, Arrays.stream(y).map(s -> s * s).average().orElseThrow(), 1e-12);
    }
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z[i].length; j++) {
        if (joined.performance().observed(i, j)) {
          ScoreScale scale = joined.scale(joined.rows().get(i).pack(), j).orElseThrow();
          assertEquals(joined.performance().score(i, j), scale.restore(z[i][j]), 1e-12);
        } else {
          assertTrue(Double.isNaN(z[i][j]));
        }
      }
    }
  }

  @Test
  void aSingleScoreBorrowsTheSpreadOfItsPack() {
    JoinedHistory joined = JoinedHistory.of(List.of(two));
    ScoreScale z = joined.scale(0, 1).orElseThrow();
    assertEquals(0.6, z.mean());
    assertEquals(joined.scale(0, 0).orElseThrow().spread(), z.spread());
    assertEquals(0, joined.standardised()[0][1]);
  }

  @Test
  void leavesOutColumnsThatRankNothingAndSaysSo() {
    HistoryPack flat =
        pack(
            "flat",
            List.of("a", "b", "c", "d", "e"),
            List.of("same", "mostly", "half"),
            new double[][] {
              {0.5, 0.01, 0.01},
              {0.5, 0.01, 0.01},
              {NONE, 0.01, NONE},
              {0.5, 0.7, 0.2},
              {0.5, 0.6, 0.3}
            });
    JoinedHistory joined = JoinedHistory.of(List.of(flat));
    assertEquals(List.of("half"), joined.performance().tasks());
    assertEquals(
        List.of(
            new LeftOutColumn("flat", "same", "4 of 4 scores are 0.5000, so they rank nothing"),
            new LeftOutColumn("flat", "mostly", "3 of 5 scores are 0.0100, so they rank nothing")),
        joined.leftOut());
  }

  @Test
  void hidingATaskLeavesNoTraceOfItsScores() {
    HistoryPack changed =
        pack(
            "one",
            List.of("a", "b", "c"),
            List.of("x", "y"),
            new double[][] {{0.9, 0.1}, {0.8, 0.9}, {0.7, 0.2}});
    JoinedHistory hidden =
        JoinedHistory.of(List.of(one, two)).keeping(m -> true, task -> !task.equals("y"));
    JoinedHistory other =
        JoinedHistory.of(List.of(changed, two)).keeping(m -> true, task -> !task.equals("y"));
    assertEquals(List.of("x", "z"), hidden.performance().tasks());
    assertTrue(Arrays.deepEquals(hidden.standardised(), other.standardised()));
    assertEquals(hidden.typicalScale(), other.typicalScale());
  }

  @Test
  void keepingSomeModelsRetainsTheirNamesAndDropsEmptyPacks() {
    JoinedHistory joined = JoinedHistory.of(List.of(one, two));
    JoinedHistory some = joined.keeping(name -> name.equals("b [two]"), task -> true);
    assertEquals(List.of("b [two]"), some.performance().models());
    assertEquals(List.of("two"), some.packs().stream().map(HistoryPack::name).toList());
    assertEquals(0, some.rows().get(0).pack());
    assertEquals(List.of("y", "z"), some.performance().tasks());
  }

  @Test
  void typicalScaleWeighsEachColumnByItsScores() {
    JoinedHistory joined = JoinedHistory.of(List.of(one, two));
    assertEquals((3 * 0.8 + 2 * 0.4 + 2 * 0.3 + 0.6) / 8, joined.typicalScale().mean(), 1e-12);
  }

  @Test
  void refusesPacksOfOneNameAndNoPack() {
    assertThrows(IllegalArgumentException.class, () -> JoinedHistory.of(List.of(one, one)));
    assertThrows(IllegalArgumentException.class, () -> JoinedHistory.of(List.of()));
  }

  private static HistoryPack pack(
      String name, List<String> models, List<String> tasks, double[][] scores) {
    return new HistoryPack(
        name,
        name,
        "made up",
        "",
        true,
        tasks.stream()
            .map(t -> new HistoricTask(t, t, OptionalInt.empty(), OptionalLong.empty(), ""))
            .toList(),
        new PerformanceMatrix(models, tasks, scores),
        "0");
  }
}
