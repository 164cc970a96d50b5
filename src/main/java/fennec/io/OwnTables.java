package fennec.io;

import fennec.history.HistoricTask;
import fennec.zoo.PretrainedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sorts the tables of one's own history by their headers: scores long ({@code model,task,score},
 * perhaps with facts beside them) or wide ({@code model} and a column a task), facts about models
 * ({@code model,family,...}) and about tasks ({@code task,classes,...}).
 */
final class OwnTables {

  private final List<Complaint> complaints;
  private final ScoreTable scores;
  private final Map<String, PretrainedModel> models = new LinkedHashMap<>();
  private final Map<String, HistoricTask> tasks = new LinkedHashMap<>();
  private Path factsOfTasks;

  OwnTables(List<Complaint> complaints) {
    this.complaints = complaints;
    this.scores = new ScoreTable(complaints);
  }

  ScoreTable scores() {
    return scores;
  }

  KnownFacts facts() {
    return new KnownFacts(models, tasks);
  }

  /** The models that facts were given for, in the order of the files. */
  List<String> factModels() {
    return List.copyOf(models.keySet());
  }

  /** The file with facts about tasks, if there is one. */
  Optional<Path> factsOfTasks() {
    return Optional.ofNullable(factsOfTasks);
  }

  void read(Path file) {
    CsvTable.read(file, complaints).ifPresent(this::sort);
  }

  private void sort(CsvTable table) {
    List<String> header = table.header();
    List<String> named = Stream.of("model", "task", "score").filter(table::has).toList();
    if (named.equals(List.of("model"))) {
      ofModels(table, header.stream().filter(name -> !name.equals("model")).toList());
    } else if (named.equals(List.of("task"))) {
      refuseUnknown(table, List.of("task"), FactTables.OF_TASKS);
      factsOfTasks = table.file();
      addTasks(table);
    } else if (named.size() > 1) {
      longScores(table);
    } else {
      complain(
          table,
          "",
          "no column is named model or task; a table of scores has the columns model, task, score,"
              + " or model and a column for each task");
    }
  }

  private void longScores(CsvTable table) {
    List<String> facts =
        Stream.concat(FactTables.OF_MODELS.stream(), FactTables.OF_TASKS.stream()).toList();
    refuseUnknown(table, List.of("model", "task", "score"), facts);
    if (!table.require(List.of("model", "task", "score"), complaints)) {
      return;
    }
    scores.take(table);
    if (FactTables.OF_MODELS.stream().anyMatch(table::has)) {
      addModels(once(table, "model", FactTables.OF_MODELS));
    }
    if (FactTables.OF_TASKS.stream().anyMatch(table::has)) {
      addTasks(once(table, "task", FactTables.OF_TASKS));
    }
  }

  private void ofModels(CsvTable table, List<String> others) {
    List<String> facts = others.stream().filter(FactTables.OF_MODELS::contains).toList();
    if (others.isEmpty()) {
      complain(table, "", "there is nothing but the names of models");
    } else if (facts.size() == others.size()) {
      addModels(table);
    } else if (!facts.isEmpty()) {
      for (String fact : facts) {
        complain(
            table,
            fact,
            "a fact about models stands beside columns of scores; put facts into a table of their"
                + " own");
      }
    } else if (ScoreTable.isWide(table)) {
      scores.take(table);
    } else {
      complain(table, "model", "in a table with a column a task it must be the first one");
    }
  }

  private void refuseUnknown(CsvTable table, List<String> needed, List<String> optional) {
    for (String name : table.header()) {
      if (!name.isEmpty()
          && name.indexOf('\0') < 0
          && !needed.contains(name)
          && !optional.contains(name)) {
        complain(
            table,
            name,
            "no such column is known beside "
                + String.join(", ", needed)
                + "; there may be "
                + String.join(", ", optional));
      }
    }
  }

  /** The first row of each name; others must say the same in {@code facts}. */
  private CsvTable once(CsvTable table, String key, List<String> facts) {
    Map<String, CsvTable.Row> first = new LinkedHashMap<>();
    for (CsvTable.Row row : table.rows()) {
      String name = table.cell(row, key);
      CsvTable.Row earlier = name.isEmpty() ? null : first.putIfAbsent(name, row);
      if (earlier == null) {
        continue;
      }
      for (String fact : facts) {
        String before = table.cell(earlier, fact);
        String now = table.cell(row, fact);
        if (!before.equals(now)) {
          complaints.add(
              new Complaint(
                  table.file(),
                  row.line(),
                  fact,
                  String.format(
                      "%s of %s is '%s' here and '%s' on line %d",
                      fact, name, now, before, earlier.line())));
        }
      }
    }
    return table.keeping(new ArrayList<>(first.values()));
  }

  private void addModels(CsvTable table) {
    FactTables.models(table, Optional.empty(), complaints)
        .forEach((name, model) -> twice(table, "model", name, models.putIfAbsent(name, model)));
  }

  private void addTasks(CsvTable table) {
    FactTables.tasks(table, complaints)
        .forEach((name, task) -> twice(table, "task", name, tasks.putIfAbsent(name, task)));
  }

  private void twice(CsvTable table, String kind, String name, Object earlier) {
    if (earlier != null) {
      complaints.add(
          new Complaint(
              table.file(), 0, "facts about the " + kind + " " + name + " stand in another table"));
    }
  }

  private void complain(CsvTable table, String column, String reason) {
    complaints.add(new Complaint(table.file(), table.headerLine(), column, reason));
  }
}
