package fennec.app;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphCost;
import fennec.architecture.GraphFacts;
import fennec.error.FennecException;
import fennec.io.ArchitectureAtlas;
import fennec.io.HistoryPackFiles;
import fennec.io.HistoryPackReader;
import fennec.io.OnnxGraphReader;
import fennec.io.StateDictReader;
import fennec.io.TorchScriptGraphReader;
import fennec.zoo.PretrainedModel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the dataflow graph that a user means: a file, the name of an architecture of the atlas or
 * its unique ending, or the name of a model of the history.
 */
public final class ArchitectureInspection {

  private final ArchitectureAtlas atlas;
  private final Path history;

  /**
   * Looks things up in the assets of the program.
   *
   * @param assets folder with {@code architectures} and {@code history}
   * @throws FennecException if the list of architectures cannot be read
   */
  public ArchitectureInspection(Path assets) throws FennecException {
    this.atlas = ArchitectureAtlas.open(assets.resolve("architectures"));
    this.history = assets.resolve("history");
  }

  /**
   * What is known of a graph.
   *
   * @param name name of the network
   * @param nodes operations, ends left out
   * @param edges tensors between operations and ends
   * @param parameters trained parameters
   * @param multiplyAdds multiply-adds at the graph's own input size
   * @param uncounted operations whose multiply-adds do not follow from the file
   * @param operations number of nodes by operation
   * @param depth operations on the longest path
   * @param layers convolutions and linear layers
   */
  public record Facts(
      String name,
      int nodes,
      int edges,
      long parameters,
      long multiplyAdds,
      int uncounted,
      SortedMap<String, Integer> operations,
      int depth,
      int layers) {}

  /** The graph that {@code given} stands for. */
  public ArchitectureGraph find(String given) throws FennecException {
    Optional<Path> file = existing(given);
    if (file.isPresent()) {
      return read(file.get());
    }
    Optional<String> name = atlas.resolve(given);
    if (name.isPresent()) {
      return atlas.graph(name.get());
    }
    Optional<PretrainedModel> found = Optional.ofNullable(historyModels().get(given));
    if (found.isEmpty()) {
      throw new FennecException(
          "'" + given + "' is neither a file, nor an architecture, nor a model of the history.");
    }
    String architecture = found.get().architecture();
    if (!atlas.entries().containsKey(architecture)) {
      throw new FennecException("No architecture graph is known for the model '" + given + "'.");
    }
    return atlas.graph(architecture);
  }

  /** What the file holds by its ending; a checkpoint gives the graph of the network it fits. */
  private ArchitectureGraph read(Path file) throws FennecException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean torch = name.matches(".*\\.(pt|pth|ckpt|bin)");
    if (torch && TorchScriptGraphReader.hasCode(file)) {
      return new TorchScriptGraphReader().read(file).graph();
    }
    if (!torch && !name.endsWith(".safetensors")) {
      return new OnnxGraphReader().read(file);
    }
    StateDictReader reader = new StateDictReader();
    Optional<StateDictReader.Match> match = reader.match(reader.read(file), atlas);
    if (match.isEmpty()) {
      throw new FennecException(
          file
              + " holds weights without dataflow, and no known architecture has them; export the"
              + " network to ONNX to inspect it.");
    }
    return atlas.graph(match.get().name());
  }

  private static Optional<Path> existing(String given) {
    try {
      return Optional.of(Path.of(given)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private SortedMap<String, PretrainedModel> historyModels() throws FennecException {
    SortedMap<String, PretrainedModel> models = new TreeMap<>();
    if (!Files.isDirectory(history)) {
      return models;
    }
    for (HistoryPackFiles pack : new HistoryPackReader().readAll(history)) {
      for (PretrainedModel each : pack.models()) {
        models.merge(each.name(), each, (a, b) -> a.architecture().isEmpty() ? b : a);
      }
    }
    return models;
  }

  /** Counts what a user wants to know of {@code graph}. */
  public static Facts facts(ArchitectureGraph graph) {
    GraphCost cost = GraphCost.of(graph);
    int ends = (int) graph.nodes().stream().filter(GraphFacts::isEnd).count();
    return new Facts(
        graph.name(),
        graph.nodes().size() - ends,
        graph.edges().size(),
        cost.parameters(),
        cost.multiplyAdds(),
        cost.unknown().size(),
        GraphFacts.operations(graph),
        GraphFacts.depth(graph),
        GraphFacts.layers(graph));
  }
}
