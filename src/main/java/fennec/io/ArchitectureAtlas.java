package fennec.io;

import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The zoo's architecture graphs in a folder: {@code atlas.csv} lists them, {@code NAME.onnx.gz}
 * holds each. Opening reads the list; a graph is read when it is first asked for and then kept.
 * Safe for use by several threads.
 */
public final class ArchitectureAtlas {

  private static final List<String> COLUMNS =
      List.of("name", "framework", "architecture", "family", "parameters", "input_size", "nodes");

  private final Path folder;
  private final SortedMap<String, Entry> entries;
  private final ConcurrentMap<String, ArchitectureGraph> graphs = new ConcurrentHashMap<>();

  private ArchitectureAtlas(Path folder, SortedMap<String, Entry> entries) {
    this.folder = folder;
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  /**
   * What the list states of a graph.
   *
   * @param name name with framework, for example {@code torchvision.resnet50}
   * @param framework {@code torchvision}, {@code timm}, {@code transformers} or {@code open_clip}
   * @param architecture the framework's name of it
   * @param family family, for example {@code ResNet}
   * @param parameters number of trained parameters
   * @param inputSize side of the input image in pixels
   * @param nodes number of operations in the file
   */
  public record Entry(
      String name,
      String framework,
      String architecture,
      String family,
      long parameters,
      int inputSize,
      int nodes) {}

  /**
   * Reads the list of a folder.
   *
   * @throws FennecException if {@code atlas.csv} is missing, lacks a column or holds a bad line
   */
  public static ArchitectureAtlas open(Path folder) throws FennecException {
    Path list = folder.resolve("atlas.csv");
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(list, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(reader, format)) {
      for (String column : COLUMNS) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new FennecException(list + " has no column '" + column + "'.");
        }
      }
      SortedMap<String, Entry> entries = new TreeMap<>();
      for (CSVRecord line : parser) {
        Entry entry = entry(list, line, parser.getCurrentLineNumber());
        if (entries.put(entry.name(), entry) != null) {
          throw new FennecException(list + " lists '" + entry.name() + "' twice.");
        }
      }
      return new ArchitectureAtlas(folder, entries);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + list + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static Entry entry(Path list, CSVRecord line, long number) throws FennecException {
    try {
      return new Entry(
          line.get("name"),
          line.get("framework"),
          line.get("architecture"),
          line.get("family"),
          Long.parseLong(line.get("parameters")),
          Integer.parseInt(line.get("input_size")),
          Integer.parseInt(line.get("nodes")));
    } catch (IllegalArgumentException e) {
      throw new FennecException(
          list + ", line " + number + ": a value is missing or no number.", e);
    }
  }

  /** All entries by name. */
  public SortedMap<String, Entry> entries() {
    return entries;
  }

  /** The file of the graph called {@code name}. */
  public Path file(String name) {
    return folder.resolve(name + ".onnx.gz");
  }

  /**
   * The graph called {@code name}.
   *
   * @throws FennecException if the atlas does not list it or its file cannot be read
   */
  public ArchitectureGraph graph(String name) throws FennecException {
    if (!entries.containsKey(name)) {
      throw new FennecException("The atlas has no architecture called '" + name + "'.");
    }
    ArchitectureGraph graph = graphs.get(name);
    if (graph == null) {
      graph = new OnnxGraphReader().read(file(name));
      graphs.putIfAbsent(name, graph);
    }
    return graphs.get(name);
  }

  /**
   * The full name that {@code given} stands for: itself, or the one name that ends in {@code
   * .given}, in any case of letters.
   *
   * @return empty if there is none
   * @throws FennecException if it stands for several
   */
  public Optional<String> resolve(String given) throws FennecException {
    if (entries.containsKey(given)) {
      return Optional.of(given);
    }
    String wanted = given.toLowerCase(Locale.ROOT);
    List<String> found =
        entries.keySet().stream()
            .filter(
                name -> {
                  String lower = name.toLowerCase(Locale.ROOT);
                  return lower.equals(wanted) || lower.endsWith("." + wanted);
                })
            .toList();
    if (found.size() > 1) {
      throw new FennecException(
          "'" + given + "' stands for several architectures: " + String.join(", ", found) + ".");
    }
    return found.stream().findFirst();
  }
}
