package fennec.io;

import fennec.history.HistoricTask;
import fennec.zoo.PretrainedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The facts in {@code models.csv} and {@code tasks.csv}; a cell that is empty is not known. */
final class FactTables {

  /** Columns with facts about models. */
  static final List<String> OF_MODELS =
      List.of(
          "family",
          "architecture",
          "parameters",
          "input_size",
          "pretraining_data",
          "source_accuracy",
          "url");

  /** Columns with facts about tasks. */
  static final List<String> OF_TASKS = List.of("title", "classes", "train_size", "domain");

  private final CsvTable table;
  private final List<Complaint> complaints;

  private FactTables(CsvTable table, List<Complaint> complaints) {
    this.table = table;
    this.complaints = complaints;
  }

  /** Models by name in the order of the file. */
  static Map<String, PretrainedModel> models(
      CsvTable table, Optional<ScoreUnit> declared, List<Complaint> complaints) {
    FactTables reading = new FactTables(table, complaints);
    Map<String, PretrainedModel> models = new LinkedHashMap<>();
    if (!table.require(List.of("model"), complaints)) {
      return models;
    }
    boolean over =
        table.rows().stream()
            .map(row -> Figures.decimal(table.cell(row, "source_accuracy")))
            .anyMatch(value -> value.isPresent() && value.getAsDouble() > 1);
    ScoreUnit unit = declared.orElse(over ? ScoreUnit.PERCENT : ScoreUnit.FRACTION);
    for (CsvTable.Row row : table.rows()) {
      reading
          .name(row, "model", models)
          .ifPresent(name -> models.put(name, reading.pretrained(row, name, unit)));
    }
    return models;
  }

  /** Tasks by name in the order of the file. */
  static Map<String, HistoricTask> tasks(CsvTable table, List<Complaint> complaints) {
    FactTables reading = new FactTables(table, complaints);
    Map<String, HistoricTask> tasks = new LinkedHashMap<>();
    if (!table.require(List.of("task"), complaints)) {
      return tasks;
    }
    for (CsvTable.Row row : table.rows()) {
      reading.name(row, "task", tasks).ifPresent(name -> tasks.put(name, reading.task(row, name)));
    }
    return tasks;
  }

  private PretrainedModel pretrained(CsvTable.Row row, String name, ScoreUnit unit) {
    return new PretrainedModel(
        name,
        table.cell(row, "family"),
        table.cell(row, "architecture"),
        count(row, "parameters", name),
        small(count(row, "input_size", name)),
        table.cell(row, "pretraining_data"),
        accuracy(row, "source_accuracy", name, unit),
        table.cell(row, "url"));
  }

  private HistoricTask task(CsvTable.Row row, String name) {
    String title = table.cell(row, "title");
    return new HistoricTask(
        name,
        title.isEmpty() ? name : title,
        small(count(row, "classes", name)),
        count(row, "train_size", name),
        table.cell(row, "domain"));
  }

  private Optional<String> name(CsvTable.Row row, String column, Map<String, ?> earlier) {
    String name = table.cell(row, column);
    if (name.isEmpty()) {
      complain(row, column, "the name of the " + column + " is empty");
      return Optional.empty();
    }
    if (earlier.containsKey(name)) {
      complain(row, column, "the " + column + " " + name + " stands twice");
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private OptionalLong count(CsvTable.Row row, String column, String name) {
    String cell = table.cell(row, column);
    OptionalLong value = Figures.whole(cell);
    if (!cell.isEmpty() && (value.isEmpty() || value.getAsLong() == 0)) {
      complain(
          row,
          column,
          "the " + column + " of " + name + " must be a whole number above 0: " + cell);
      return OptionalLong.empty();
    }
    return value;
  }

  private static OptionalInt small(OptionalLong value) {
    return value.isPresent() && value.getAsLong() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) value.getAsLong())
        : OptionalInt.empty();
  }

  private OptionalDouble accuracy(CsvTable.Row row, String column, String name, ScoreUnit unit) {
    String cell = table.cell(row, column);
    if (cell.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble value = Figures.decimal(cell);
    if (value.isEmpty() || value.getAsDouble() < 0 || value.getAsDouble() > unit.whole) {
      complain(
          row,
          column,
          String.format(
              Locale.ROOT,
              "the %s of %s must be a number within 0 and %.0f: %s",
              column,
              name,
              unit.whole,
              cell));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value.getAsDouble() / unit.whole);
  }

  private void complain(CsvTable.Row row, String column, String reason) {
    complaints.add(new Complaint(table.file(), row.line(), column, reason));
  }
}
