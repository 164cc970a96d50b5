package fennec.io;

import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.recommend.RankingReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;

/**
 * A ranking as CSV: lines that begin with {@code #} hold the provenance, then a header and one line
 * a model. Text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class RankingCsvWriter implements RankingWriter {

  @Override
  public void write(RankingReport report, Writer out) throws IOException {
    for (Map.Entry<String, String> line : ProvenanceLines.of(report.provenance()).entrySet()) {
      out.write("# " + line.getKey() + ": " + line.getValue().replaceAll("\\R", " ") + "\n");
    }
    CSVPrinter csv = CsvOutput.to(out);
    csv.printRecord(
        "rank",
        "model",
        "family",
        "architecture",
        "parameters",
        "input_size",
        "pretraining_data",
        "final",
        "transfer",
        "meta",
        "low",
        "high",
        "rank_best",
        "rank_worst",
        "transfer_estimated",
        "url");
    for (int i = 0; i < report.ranking().models().size(); i++) {
      RankedModel row = report.ranking().models().get(i);
      RankInterval places = report.places().get(i);
      csv.printRecord(
          row.rank(),
          CsvOutput.noFormula(row.model().name()),
          CsvOutput.noFormula(row.model().family()),
          CsvOutput.noFormula(row.model().architecture()),
          row.model().parameters().isPresent() ? row.model().parameters().getAsLong() : "",
          row.model().inputSize().isPresent() ? row.model().inputSize().getAsInt() : "",
          CsvOutput.noFormula(row.model().pretrainingData()),
          score(row.score()),
          score(row.transfer()),
          score(row.meta()),
          score(row.low()),
          score(row.high()),
          places.best(),
          places.worst(),
          row.estimated(),
          CsvOutput.noFormula(row.model().url()));
    }
    csv.flush();
  }

  /** Six decimals: finer differences are below what any score can mean. */
  static String score(double score) {
    String text = String.format(Locale.ROOT, "%.6f", score);
    return text.equals("-0.000000") ? "0.000000" : text;
  }
}
