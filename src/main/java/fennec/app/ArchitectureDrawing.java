package fennec.app;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.BlockFolding;
import fennec.architecture.FlowDirection;
import fennec.architecture.FoldedGraph;
import fennec.architecture.LayeredLayout;
import fennec.error.FennecException;
import fennec.io.GraphSvgWriter;
import fennec.progress.Progress;
import java.nio.file.Path;

/** Draws a dataflow graph to a file, with repeated blocks folded or not. */
public final class ArchitectureDrawing {

  private ArchitectureDrawing() {}

  /**
   * Lays {@code graph} out and writes it as SVG, whole or not at all.
   *
   * @param folded whether repeated blocks stand as one node each
   * @param direction where the data flows to
   * @throws FennecException if it cannot be laid out or the file not be written
   */
  public static void svg(
      ArchitectureGraph graph,
      boolean folded,
      FlowDirection direction,
      GraphSvgWriter.Theme theme,
      Path target,
      Progress progress)
      throws FennecException {
    BlockFolding folding = BlockFolding.of(graph);
    FoldedGraph drawn = folded ? folding.folded() : folding.unfolded();
    new GraphSvgWriter(theme).write(new LayeredLayout().layout(drawn, direction, progress), target);
  }
}
