package fennec.app;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.BlockFolding;
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
   * @throws FennecException if it cannot be laid out or the file not be written
   */
  public static void svg(
      ArchitectureGraph graph,
      boolean folded,
      GraphSvgWriter.Theme theme,
      Path target,
      Progress progress)
      throws FennecException {
    BlockFolding folding = BlockFolding.of(graph);
    new GraphSvgWriter(theme)
        .write(
            new LayeredLayout().layout(folded ? folding.folded() : folding.unfolded(), progress),
            target);
  }
}
