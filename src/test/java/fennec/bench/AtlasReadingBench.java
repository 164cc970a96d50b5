package fennec.bench;

import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import fennec.io.ArchitectureAtlas;
import java.nio.file.Path;

/** Times reading every graph of the atlas. */
public final class AtlasReadingBench {

  private AtlasReadingBench() {}

  /** Reads all graphs three times. */
  public static void main(String[] args) throws FennecException {
    for (int run = 0; run < 3; run++) {
      long start = System.nanoTime();
      ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
      long nodes = 0;
      for (String name : atlas.entries().keySet()) {
        ArchitectureGraph graph = atlas.graph(name);
        nodes += graph.nodes().size();
      }
      System.out.printf(
          "%d graphs, %d nodes: %.2f s%n",
          atlas.entries().size(), nodes, (System.nanoTime() - start) / 1e9);
    }
  }
}
