package fennec.bench;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.BlockFolding;
import fennec.architecture.FoldedGraph;
import fennec.io.ArchitectureAtlas;
import java.nio.file.Path;

/** Prints how many nodes every graph of the atlas has before and after folding, and the time. */
final class FoldingBench {

  private FoldingBench() {}

  /** {@code args}: names; all of the atlas if left out. */
  public static void main(String[] args) throws Exception {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
    var names = args.length > 0 ? java.util.List.of(args) : atlas.entries().keySet();
    for (String name : names) {
      ArchitectureGraph graph = atlas.graph(name);
      long start = System.nanoTime();
      BlockFolding folding = BlockFolding.of(graph);
      FoldedGraph folded = folding.folded();
      double milliseconds = (System.nanoTime() - start) / 1e6;
      boolean same = folding.unfold().nodes().equals(graph.nodes());
      System.out.printf(
          "%-45s %5d nodes -> %3d items, %4d edges  %.0f ms%s%n",
          name,
          graph.nodes().size(),
          folded.items().size(),
          folded.edges().size(),
          milliseconds,
          same ? "" : "  NOT THE SAME");
      if (args.length > 0) {
        folded.items().forEach(i -> System.out.println("    " + i.label() + " x" + i.repeats()));
      }
    }
  }
}
