package fennec.io;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes models picked on the map as CSV: {@code
 * model,architecture,family,parameters,cluster,rank,final}; what is not known is empty.
 */
public final class MapSelectionWriter {

  private MapSelectionWriter() {}

  /**
   * A picked model.
   *
   * @param model its name
   * @param architecture name of its graph
   * @param family its family
   * @param parameters number of weights; below 0 if unknown
   * @param cluster its cluster; below 0 if unknown
   * @param rank its place in the ranking; 0 if it is not ranked
   * @param score its final score, a fraction; not used where it is not ranked
   */
  public record Row(
      String model,
      String architecture,
      String family,
      long parameters,
      int cluster,
      int rank,
      double score) {}

  /**
   * Writes {@code rows} to {@code file}, whole or not at all.
   *
   * @throws FennecException if the file cannot be written
   */
  public static void write(List<Row> rows, Path file) throws FennecException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = CsvOutput.to(text)) {
      csv.printRecord("model", "architecture", "family", "parameters", "cluster", "rank", "final");
      for (Row row : rows) {
        csv.printRecord(
            CsvOutput.noFormula(row.model()),
            CsvOutput.noFormula(row.architecture()),
            CsvOutput.noFormula(row.family()),
            row.parameters() < 0 ? "" : row.parameters(),
            row.cluster() < 0 ? "" : row.cluster(),
            row.rank() == 0 ? "" : row.rank(),
            row.rank() == 0 ? "" : RankingCsvWriter.score(row.score()));
      }
    } catch (IOException e) {
      throw new FennecException("Cannot write " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }
}
