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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /**
   * A graph and what must be said of how it was come by.
   *
   * @param graph the dataflow
   * @param notes sentences, for example what could not be followed; empty if there is nothing to
   *     say
   */
  public record Found(ArchitectureGraph graph, List<String> notes) {

    /** Copies the notes. */
    public Found {
      notes = List.copyOf(notes);
    }
  }

  /**
   * The graph that {@code given} stands for.
   *
   * @throws FennecException if it stands for none, or its file cannot be read
   */
  public ArchitectureGraph find(String given) throws FennecException {
    return look(given).graph();
  }

  /** The same with what must be said of it. */
  public Found look(String given) throws FennecException {
    Optional<Path> file = existing(given);
    return file.isPresent() ? read(file.get()) : new Found(known(given), List.of());
  }

  /**
   * Names that {@link #find} knows: the architectures, then the models of the history with a graph.
   *
   * @throws FennecException if a history pack cannot be read
   */
  public List<String> names() throws FennecException {
    Set<String> names = new LinkedHashSet<>(atlas.entries().keySet());
    historyModels().values().stream()
        .filter(model -> atlas.entries().containsKey(model.architecture()))
        .map(PretrainedModel::name)
        .forEach(names::add);
    return List.copyOf(names);
  }

  private ArchitectureGraph known(String given) throws FennecException {
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
  private Found read(Path file) throws FennecException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean torch = name.matches(".*\\.(pt|pth|ckpt|bin)");
    if (torch && TorchScriptGraphReader.hasCode(file)) {
      TorchScriptGraphReader.Reading reading = new TorchScriptGraphReader().read(file);
      return new Found(reading.graph(), reading.notes());
    }
    if (!torch && !name.endsWith(".safetensors")) {
      return new Found(new OnnxGraphReader().read(file), List.of());
    }
    StateDictReader reader = new StateDictReader();
    StateDictReader.Checkpoint checkpoint = reader.read(file);
    Optional<StateDictReader.Match> match = reader.match(checkpoint, atlas);
    if (match.isEmpty()) {
      throw new FennecException(
          file
              + " holds weights without dataflow, and no known architecture has them; export the"
              + " network to ONNX to inspect it. Its modules are "
              + outermost(checkpoint)
              + ".");
    }
    return new Found(
        atlas.graph(match.get().name()),
        List.of(
            String.format(
                Locale.ROOT,
                "%s holds weights without dataflow; shown is %s, which has %.0f %% of their shapes.",
                file,
                match.get().name(),
                100 * match.get().share())));
  }

  /** The outermost modules of a checkpoint with their parameters, for a sentence. */
  private static String outermost(StateDictReader.Checkpoint checkpoint) {
    return checkpoint.moduleTree().entrySet().stream()
        .filter(module -> !module.getKey().isEmpty() && !module.getKey().contains("."))
        .map(module -> module.getKey() + " (" + module.getValue() + " parameters)")
        .collect(Collectors.joining(", "));
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
