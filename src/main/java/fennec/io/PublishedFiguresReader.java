package fennec.io;

import fennec.error.FennecException;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.PublishedFigures;
import fennec.evaluate.RankingMeasure;
import fennec.evaluate.RankingQuality;
import fennec.history.HistoryPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the published figures that come with the program. */
public final class PublishedFiguresReader {

  /** Creates a reader; it keeps nothing between calls. */
  public PublishedFiguresReader() {}

  /**
   * Pearson's r of published methods, one row a method and one column a task, for the pack {@code
   * hf-finetune}.
   *
   * @throws FennecException naming file and place of what is wrong
   */
  public PublishedFigures transferGraph(Path file) throws FennecException {
    CsvTable table = table(file);
    List<EvaluationRow> rows = new ArrayList<>();
    List<String> header = table.header();
    for (CsvTable.Row row : table.rows()) {
      for (int c = 1; c < header.size(); c++) {
        rows.add(
            new EvaluationRow(
                "hf-finetune",
                row.cells().get(0),
                header.get(c),
                RankingMeasure.PEARSON.label(),
                100 * number(file, row, c),
                true));
      }
    }
    return new PublishedFigures(
        "hf-finetune", "TransferGraph repository, result analysis", rows, Set.of());
  }

  /**
   * Published transferability metrics, one row a model and task and one column a metric; they are
   * compared here with the scores of {@code pack} on the models that both have.
   *
   * @throws FennecException naming file and place of what is wrong
   */
  public PublishedFigures metrics(Path file, HistoryPack pack) throws FennecException {
    CsvTable table = table(file);
    List<String> header = table.header();
    List<EvaluationRow> rows = new ArrayList<>();
    List<String> tasks = table.rows().stream().map(r -> r.cells().get(1)).distinct().toList();
    for (int c = 2; c < header.size(); c++) {
      for (String task : tasks) {
        int column = pack.performance().taskIndex(task);
        if (column < 0) {
          continue;
        }
        double[] predicted = new double[pack.performance().models().size()];
        Arrays.fill(predicted, Double.NaN);
        for (CsvTable.Row row : table.rows()) {
          int model = pack.performance().modelIndex(row.cells().get(0));
          if (model >= 0 && row.cells().get(1).equals(task)) {
            predicted[model] = number(file, row, c);
          }
        }
        for (Map.Entry<RankingMeasure, Double> each :
            RankingQuality.of(predicted, pack.performance().column(column)).entrySet()) {
          rows.add(
              new EvaluationRow(
                  pack.name(), header.get(c), task, each.getKey().label(), each.getValue(), true));
        }
      }
    }
    Set<String> models =
        table.rows().stream()
            .map(row -> row.cells().get(0))
            .filter(pack.performance().models()::contains)
            .collect(Collectors.toSet());
    return new PublishedFigures(pack.name(), "Model Spider repository", rows, models);
  }

  private static CsvTable table(Path file) throws FennecException {
    List<Complaint> complaints = new ArrayList<>();
    CsvTable table = CsvTable.read(file, complaints).orElse(null);
    if (table == null || !complaints.isEmpty()) {
      throw new FennecException(complaints.get(0).sentence());
    }
    return table;
  }

  private static double number(Path file, CsvTable.Row row, int column) throws FennecException {
    try {
      return Double.parseDouble(row.cells().get(column));
    } catch (NumberFormatException e) {
      throw new FennecException(
          new Complaint(file, row.line(), "\"" + row.cells().get(column) + "\" is not a number")
              .sentence(),
          e);
    }
  }
}
