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

/**
 * Reads facts of each graph: {@code architecture,cluster,layers,input_size,multiply_adds}, the last
 * empty where it is not known.
 */
public final class ArchitectureFactsReader {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private interface Line<T> {
    /** What the line says; null if it says nothing. */
    T read(CSVRecord line);
  }

  /**
   * Reads cluster and layers from {@code file}.
   *
   * @throws FennecException naming the file and the line that is wrong
   */
  public Map<String, ArchitectureFact> read(Path file) throws FennecException {
    return read(
        file,
        line ->
            new ArchitectureFact(
                Integer.parseInt(line.get("cluster")), Integer.parseInt(line.get("layers"))));
  }

  /**
   * Reads multiply-adds from {@code file}, of those graphs whose number is known.
   *
   * @throws FennecException naming the file and the line that is wrong
   */
  public Map<String, ArchitectureWork> work(Path file) throws FennecException {
    return read(
        file,
        line ->
            line.get("multiply_adds").isEmpty()
                ? null
                : new ArchitectureWork(
                    Integer.parseInt(line.get("input_size")),
                    Long.parseLong(line.get("multiply_adds"))));
  }

  private static <T> Map<String, T> read(Path file, Line<T> what) throws FennecException {
    Map<String, T> facts = new TreeMap<>();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser lines = FORMAT.parse(text)) {
      for (CSVRecord line : lines) {
        try {
          T fact = what.read(line);
          if (fact != null) {
            facts.put(line.get("architecture"), fact);
          }
        } catch (IllegalArgumentException e) {
          throw new FennecException(
              file
                  + ", line "
                  + lines.getCurrentLineNumber()
                  + ": an architecture, its cluster, layers, input size and multiply-adds belong"
                  + " here.",
              e);
        }
      }
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
    return Collections.unmodifiableMap(facts);
  }
}
