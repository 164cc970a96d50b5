package fennec.io;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.recommend.ArchitectureFact;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads cluster and number of layers of each graph: {@code architecture,cluster,layers}. */
public final class ArchitectureFactsReader {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * Reads {@code file}.
   *
   * @throws FennecException naming the file and the line that is wrong
   */
  public Map<String, ArchitectureFact> read(Path file) throws FennecException {
    Map<String, ArchitectureFact> facts = new TreeMap<>();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser lines = FORMAT.parse(text)) {
      for (CSVRecord line : lines) {
        try {
          facts.put(
              line.get("architecture"),
              new ArchitectureFact(
                  Integer.parseInt(line.get("cluster")), Integer.parseInt(line.get("layers"))));
        } catch (IllegalArgumentException e) {
          throw new FennecException(
              file
                  + ", line "
                  + lines.getCurrentLineNumber()
                  + ": an architecture, its cluster and its layers belong here.",
              e);
        }
      }
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
    return Collections.unmodifiableMap(facts);
  }
}
