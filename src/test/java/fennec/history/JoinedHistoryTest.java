package fennec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
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

  @Test
  void factsOfATaskAreThoseOfTheFirstPackThatHasIt() {
    assertEquals(one.tasks().get(1), JoinedHistory.of(List.of(one, large(two))).tasks().get(1));
    assertEquals(
        OptionalLong.of(99),
        JoinedHistory.of(List.of(large(two), one)).tasks().get(0).trainImages());
  }

  private static HistoryPack large(HistoryPack pack) {
    return new HistoryPack(
        pack.name(),
        pack.title(),
        pack.protocol(),
        pack.source(),
        true,
        pack.tasks().stream()
            .map(t -> new HistoricTask(t.name(), t.title(), t.classes(), OptionalLong.of(99), ""))
            .toList(),
        pack.performance(),
        "1");
  }
}
