package fennec.io;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.io.HistoryTaskImages.Faithful;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code history_tasks.csv}: task, folders (separated by semicolons), faithful, note. */
public final class HistoryTaskImagesReader {

  private static final List<String> COLUMNS = List.of("task", "folders", "faithful", "note");

  /**
   * Reads {@code file}; rows are in its order.
   *
   * @throws FennecException naming the file, the line and what is wrong
   */
  public List<HistoryTaskImages> read(Path file) throws FennecException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<HistoryTaskImages> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      for (String column : COLUMNS) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new FennecException(file + " has no column '" + column + "'.");
        }
      }
      for (CSVRecord row : parser) {
        String place = file + ", line " + parser.getCurrentLineNumber();
        if (!row.isConsistent()) {
          throw new FennecException(place + " has " + row.size() + " cells, not 4.");
        }
        String task = row.get("task").strip();
        List<String> folders =
            Arrays.stream(row.get("folders").split(";"))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .toList();
        if (task.isEmpty() || folders.isEmpty() || !seen.add(task)) {
          throw new FennecException(place + ": task or folders are missing, or the task is twice.");
        }
        if (folders.stream().anyMatch(f -> f.contains("..") || f.startsWith("/"))) {
          throw new FennecException(place + ": a folder leads outside.");
        }
        Faithful faithful = Faithful.of(row.get("faithful").strip(), place);
        rows.add(new HistoryTaskImages(task, folders, faithful, row.get("note").strip()));
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      String why = e instanceof IOException io ? AtomicFile.reason(io) : e.getMessage();
      throw new FennecException(file + " cannot be read: " + why + ".", e);
    }
  }
}
