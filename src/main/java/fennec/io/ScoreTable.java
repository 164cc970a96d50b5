package fennec.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Scores of one or several tables, long or wide, as fractions with their places. */
final class ScoreTable {

  private static final int FEW = 3;

  /** One score as it stands in a file. */
  record Score(Path file, long line, String column, String subject, String task, double value) {

    private Score fraction(ScoreUnit unit) {
      return new Score(file, line, column, subject, task, value / unit.whole);
    }
  }

  /** A model and a task. */
  record Pair(String subject, String task) {}

  private record Place(Path file, long line) {}

  private final List<Complaint> complaints;
  private final List<Score> scores = new ArrayList<>();
  private final Map<Pair, Place> first = new HashMap<>();

  /** No scores yet; what is wrong goes to {@code complaints}. */
  ScoreTable(List<Complaint> complaints) {
    this.complaints = complaints;
  }

  /** All scores that can be used, as fractions in the order of the file. */
  static List<Score> read(
      CsvTable table, Optional<ScoreUnit> declared, List<Complaint> complaints) {
    ScoreTable reading = new ScoreTable(complaints);
    boolean wide = isWide(table);
    if (!wide && !table.require(List.of("model", "task", "score"), complaints)) {
      return List.of();
    }
    reading.take(table);
    ScoreUnit unit = declared.orElse(reading.likelyUnit());
    if (declared.isEmpty()) {
      reading.refuseMixedUnits(unit, "state score_unit (percent or fraction) in pack.json");
    }
    return reading.asFractions(unit);
  }

  /** Whether the first column is {@code model} and each other one a task. */
  static boolean isWide(CsvTable table) {
    List<String> header = table.header();
    return header.size() > 1
        && header.get(0).equals("model")
        && !table.has("task")
        && !table.has("score");
  }

  /** Takes all scores of {@code table} as they stand there. */
  void take(CsvTable table) {
    List<String> header = table.header();
    boolean wide = isWide(table);
    for (CsvTable.Row row : table.rows()) {
      String subject = table.cell(row, "model");
      if (wide) {
        for (String task : header.subList(1, header.size())) {
          if (task.isEmpty() || task.indexOf('\0') >= 0) {
            continue; // the header was complained about
          }
          String cell = table.cell(row, task);
          take(table, row, new Pair(subject, task), task, cell.isEmpty() ? null : cell);
        }
      } else {
        Pair pair = new Pair(subject, table.cell(row, "task"));
        take(table, row, pair, "score", table.cell(row, "score"));
      }
    }
  }

  /** Takes one cell; {@code null} is an empty cell of a wide table, a pair that was not tried. */
  private void take(CsvTable table, CsvTable.Row row, Pair pair, String column, String cell) {
    Place place = new Place(table.file(), row.line());
    if (pair.subject().isEmpty() || pair.task().isEmpty()) {
      String lacking = pair.subject().isEmpty() ? "model" : "task";
      Complaint complaint =
          new Complaint(
              place.file(), place.line(), lacking, "the name of the " + lacking + " is empty");
      if (!complaints.contains(complaint)) {
        complaints.add(complaint);
      }
      return;
    }
    String which = "the score of " + pair.subject() + " on " + pair.task();
    Place earlier = first.putIfAbsent(pair, place);
    if (earlier != null) {
      String where = earlier.file().equals(place.file()) ? "" : " of " + earlier.file();
      complain(place, column, which + " stands twice, first on line " + earlier.line() + where);
      return;
    }
    if (cell == null) {
      return;
    }
    OptionalDouble value = Figures.decimal(cell);
    if (cell.isEmpty()) {
      complain(place, column, which + " is empty; leave the row out if the pair was not tried");
    } else if (Figures.saysNotANumber(cell)) {
      complain(place, column, which + " is NaN; leave the pair out if it was not tried");
    } else if (value.isEmpty()) {
      complain(place, column, which + " is not a number: " + cell);
    } else {
      scores.add(
          new Score(
              place.file(),
              place.line(),
              column,
              pair.subject(),
              pair.task(),
              value.getAsDouble()));
    }
  }

  /** Every pair that has a cell, also where it holds no score that can be used. */
  Set<Pair> seen() {
    return first.keySet();
  }

  /** Per cent if any score exceeds 1, else fractions. */
  ScoreUnit likelyUnit() {
    return scores.stream().anyMatch(score -> score.value() > 1)
        ? ScoreUnit.PERCENT
        : ScoreUnit.FRACTION;
  }

  /** The scores as fractions; those that lie outside of {@code unit} are complained about. */
  List<Score> asFractions(ScoreUnit unit) {
    List<Score> fractions = new ArrayList<>();
    for (Score each : scores) {
      if (each.value() < 0 || each.value() > unit.whole) {
        complain(
            new Place(each.file(), each.line()),
            each.column(),
            String.format(
                Locale.ROOT,
                "the score of %s on %s is %s, which is not within 0 and %.0f",
                each.subject(),
                each.task(),
                plain(each.value()),
                unit.whole));
      } else {
        fractions.add(each.fraction(unit));
      }
    }
    return fractions;
  }

  /**
   * Where {@code unit} was guessed to be per cent, a task whose scores all look like fractions
   * beside others in per cent may be either.
   *
   * @param remedy how to settle it, the second half of a sentence
   */
  void refuseMixedUnits(ScoreUnit unit, String remedy) {
    if (unit != ScoreUnit.PERCENT) {
      return;
    }
    Map<String, List<Score>> byTask = new LinkedHashMap<>();
    for (Score each : scores) {
      byTask.computeIfAbsent(each.task(), task -> new ArrayList<>()).add(each);
    }
    byTask.forEach(
        (task, column) -> {
          if (column.size() >= FEW && column.stream().allMatch(score -> score.value() <= 1)) {
            complain(
                new Place(column.get(0).file(), column.get(0).line()),
                column.get(0).column(),
                "the scores on "
                    + task
                    + " lie within 0 and 1 while others exceed 1; use one unit throughout, or "
                    + remedy);
          }
        });
  }

  /** A number without a fraction that is none. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void complain(Place place, String column, String reason) {
    complaints.add(new Complaint(place.file(), place.line(), column, reason));
  }
}
