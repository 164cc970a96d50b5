package fennec.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.history.HistoricTask;
import fennec.history.HistoryPack;
import fennec.zoo.PretrainedModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a history pack as {@link HistoryPackReader} reads it: {@code performance.csv} (long, in
 * per cent), {@code models.csv}, {@code tasks.csv}, {@code pack.json}.
 */
public final class HistoryPackWriter {

  /** Creates a writer; it keeps nothing between calls. */
  public HistoryPackWriter() {}

  /**
   * Writes {@code files} into {@code folder}, which is made if it is not there.
   *
   * @throws FennecException if it cannot be written
   */
  public void write(HistoryPackFiles files, Path folder) throws FennecException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new FennecException(
          "Cannot make the folder " + folder + ": " + AtomicFile.reason(e) + ".", e);
    }
    HistoryPack pack = files.pack();
    AtomicFile.write(folder.resolve("models.csv"), stream -> models(files, csv(stream)));
    AtomicFile.write(folder.resolve("tasks.csv"), stream -> tasks(pack, csv(stream)));
    AtomicFile.write(folder.resolve("performance.csv"), stream -> scores(pack, csv(stream)));
    AtomicFile.write(
        folder.resolve("pack.json"),
        stream -> {
          ObjectNode json = new ObjectMapper().createObjectNode();
          json.put("schema", PackDescription.SCHEMA);
          json.put("name", pack.name());
          json.put("title", pack.title());
          json.put("protocol", pack.protocol());
          json.put("source", pack.source());
          json.put("joined_by_default", pack.joinedByDefault());
          json.put("score_unit", "percent");
          json.put("source_accuracy_unit", "fraction");
          stream.write(json.toPrettyString().getBytes(StandardCharsets.UTF_8));
          stream.write('\n');
        });
  }

  /**
   * Writes {@code files} beside {@code folder} first and then puts them there, so that a failure
   * leaves what was there before. Other files in the folder stay.
   *
   * @throws FennecException if it cannot be written
   */
  public void writeWhole(HistoryPackFiles files, Path folder) throws FennecException {
    Path target = folder.toAbsolutePath().normalize();
    Path staged = null;
    try {
      Path parent = target.getParent() == null ? target : target.getParent();
      Files.createDirectories(parent);
      staged = Files.createTempDirectory(parent, ".history");
      write(files, staged);
      if (Files.exists(target)) {
        for (String name : HistoryPackReader.FILES) {
          Files.move(
              staged.resolve(name),
              target.resolve(name),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }
      } else {
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new FennecException(
          "Cannot write the pack " + folder + ": " + AtomicFile.reason(e) + ".", e);
    } finally {
      discard(staged);
    }
  }

  private static void discard(Path staged) throws FennecException {
    if (staged == null || !Files.exists(staged)) {
      return;
    }
    try {
      for (String name : HistoryPackReader.FILES) {
        Files.deleteIfExists(staged.resolve(name));
      }
      Files.delete(staged);
    } catch (IOException e) {
      throw new FennecException(
          "Cannot delete the folder " + staged + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static CSVPrinter csv(OutputStream stream) throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    return CsvOutput.to(out);
  }

  private static void printHeader(CSVPrinter csv, String name, List<String> facts)
      throws IOException {
    csv.printRecord(Stream.concat(Stream.of(name), facts.stream()));
  }

  private static void models(HistoryPackFiles files, CSVPrinter csv) throws IOException {
    printHeader(csv, "model", FactTables.OF_MODELS);
    for (PretrainedModel each : files.models()) {
      csv.printRecord(
          each.name(),
          each.family(),
          each.architecture(),
          each.parameters().isPresent() ? each.parameters().getAsLong() : "",
          each.inputSize().isPresent() ? each.inputSize().getAsInt() : "",
          each.pretrainingData(),
          each.sourceAccuracy().isPresent() ? each.sourceAccuracy().getAsDouble() : "",
          each.url());
    }
    csv.flush();
  }

  private static void tasks(HistoryPack pack, CSVPrinter csv) throws IOException {
    printHeader(csv, "task", FactTables.OF_TASKS);
    for (HistoricTask each : pack.tasks()) {
      csv.printRecord(
          each.name(),
          each.title(),
          each.classes().isPresent() ? each.classes().getAsInt() : "",
          each.trainImages().isPresent() ? each.trainImages().getAsLong() : "",
          each.domain());
    }
    csv.flush();
  }

  private static void scores(HistoryPack pack, CSVPrinter csv) throws IOException {
    csv.printRecord("model", "task", "score");
    for (int i = 0; i < pack.performance().models().size(); i++) {
      for (int j = 0; j < pack.tasks().size(); j++) {
        if (pack.performance().observed(i, j)) {
          csv.printRecord(
              pack.performance().models().get(i),
              pack.performance().tasks().get(j),
              String.format(Locale.ROOT, "%.6f", 100 * pack.performance().score(i, j)));
        }
      }
    }
    csv.flush();
  }
}
