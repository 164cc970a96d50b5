package fennec.io;

import fennec.io.PackDescription.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The scores in {@code performance.csv}, long or wide, as fractions with their lines. */
final class ScoreTable {

  private static final int FEW = 3;

  /** One score as it stands in the file. */
  record Score(long line, String subject, String task, double value) {}

  private record Pair(String subject, String task) {}

  private final CsvTable table;
  private final List<Complaint> complaints;
  private final List<Score> scores = new ArrayList<>();
  private final Map<Pair, Long> firstLine = new HashMap<>();

  private ScoreTable(CsvTable table, List<Complaint> complaints) {
    this.table = table;
    this.complaints = complaints;
  }

  /** All scores that can be used, as fractions in the order of the file. */
  static List<Score> read(CsvTable table, Optional<Unit> declared, List<Complaint> complaints) {
    ScoreTable reading = new ScoreTable(table, complaints);
    List<String> header = table.header();
    boolean wide =
        header.size() > 1
            && header.get(0).equals("model")
            && !table.has("task")
            && !table.has("score");
    if (!wide && !table.require(List.of("model", "task", "score"), complaints)) {
      return List.of();
    }
    for (CsvTable.Row row : table.rows()) {
      if (wide) {
        for (String task : header.subList(1, header.size())) {
          String cell = table.cell(row, task);
          reading.take(row.line(), table.cell(row, "model"), task, cell.isEmpty() ? null : cell);
        }
      } else {
        reading.take(
            row.line(),
            table.cell(row, "model"),
            table.cell(row, "task"),
            table.cell(row, "score"));
      }
    }
    return reading.asFractions(declared);
  }

  /** Takes one cell; {@code null} is an empty cell of a wide table, a pair that was not tried. */
  private void take(long line, String subject, String task, String cell) {
    if (subject.isEmpty() || task.isEmpty()) {
      String lacking = subject.isEmpty() ? "model" : "task";
      complain(line, "the name of the " + lacking + " is empty");
      return;
    }
    Long earlier = firstLine.putIfAbsent(new Pair(subject, task), line);
    if (earlier != null) {
      complain(
          line,
          "the score of " + subject + " on " + task + " stands twice, first on line " + earlier);
      return;
    }
    if (cell == null) {
      return;
    }
    String which = "the score of " + subject + " on " + task;
    OptionalDouble value = Figures.decimal(cell);
    if (cell.isEmpty()) {
      complain(line, which + " is empty; leave the row out if the pair was not tried");
    } else if (Figures.saysNotANumber(cell)) {
      complain(line, which + " is NaN; leave the pair out if it was not tried");
    } else if (value.isEmpty()) {
      complain(line, which + " is not a number: " + cell);
    } else {
      scores.add(new Score(line, subject, task, value.getAsDouble()));
    }
  }

  private List<Score> asFractions(Optional<Unit> declared) {
    boolean over = scores.stream().anyMatch(score -> score.value() > 1);
    Unit unit = declared.orElse(over ? Unit.PERCENT : Unit.FRACTION);
    if (declared.isEmpty() && unit == Unit.PERCENT) {
      refuseMixedUnits();
    }
    List<Score> fractions = new ArrayList<>();
    for (Score each : scores) {
      if (each.value() < 0 || each.value() > unit.whole) {
        complain(
            each.line(),
            String.format(
                Locale.ROOT,
                "the score of %s on %s is %s, which is not within 0 and %.0f",
                each.subject(),
                each.task(),
                plain(each.value()),
                unit.whole));
      } else {
        double fraction = each.value() / unit.whole;
        fractions.add(new Score(each.line(), each.subject(), each.task(), fraction));
      }
    }
    return fractions;
  }

  /** A task whose scores all look like fractions beside others in per cent may be either. */
  private void refuseMixedUnits() {
    Map<String, List<Score>> byTask = new LinkedHashMap<>();
    for (Score each : scores) {
      byTask.computeIfAbsent(each.task(), task -> new ArrayList<>()).add(each);
    }
    byTask.forEach(
        (task, column) -> {
          if (column.size() >= FEW && column.stream().allMatch(score -> score.value() <= 1)) {
            complain(
                column.get(0).line(),
                "the scores on "
                    + task
                    + " lie within 0 and 1 while others exceed 1; use one unit throughout, or state"
                    + " score_unit (percent or fraction) in pack.json");
          }
        });
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void complain(long line, String reason) {
    complaints.add(new Complaint(table.file(), line, reason));
  }
}
