package fennec.ui.architecture;

import fennec.app.ArchitectureInspection;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.BlockFolding;
import fennec.architecture.FoldedItem;
import fennec.architecture.GraphCost;
import fennec.architecture.ShapeInference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A graph with everything that is shown of it. Immutable.
 *
 * @param given what the user asked for: a name or a path
 * @param graph the dataflow as it was read
 * @param shaped the same with the shapes that follow
 * @param cost parameters and multiply-adds
 * @param folding its repeated blocks
 * @param facts its counts
 * @param notes what must be said of how it was come by
 * @param fromFile whether {@code given} is a file
 */
public record OpenGraph(
    String given,
    ArchitectureGraph graph,
    ArchitectureGraph shaped,
    GraphCost cost,
    BlockFolding folding,
    ArchitectureInspection.Facts facts,
    List<String> notes,
    boolean fromFile) {

  /** Copies the list. */
  public OpenGraph {
    notes = List.copyOf(notes);
  }

  /** Counts and folds what was found. */
  public static OpenGraph of(String given, ArchitectureInspection.Found found) {
    ArchitectureGraph graph = found.graph();
    return new OpenGraph(
        given,
        graph,
        ShapeInference.infer(graph),
        GraphCost.of(graph),
        BlockFolding.of(graph),
        ArchitectureInspection.facts(graph),
        found.notes(),
        isFile(given));
  }

  private static boolean isFile(String given) {
    try {
      return Files.isRegularFile(Path.of(given));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Multiply-adds of a part, without operations whose number is not known. */
  long multiplyAdds(FoldedItem item) {
    return item.nodes().mapToLong(n -> Math.max(0, cost.of(n).multiplyAdds())).sum();
  }

  /** Parameters of a part; a weight that several operations share counts at the first. */
  long parameters(FoldedItem item) {
    return item.nodes().mapToLong(n -> cost.of(n).parameters()).sum();
  }
}
