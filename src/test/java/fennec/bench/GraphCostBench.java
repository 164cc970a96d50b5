package fennec.bench;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphCost;
import fennec.architecture.GraphNode;
import fennec.architecture.OtherInputs;
import fennec.architecture.ShapeInference;
import fennec.error.FennecException;
import fennec.io.ArchitectureAtlas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Prints how costs and inferred shapes of the atlas stand beside what is published. */
public final class GraphCostBench {

  private GraphCostBench() {}

  /** Prints the table of giga-operations that differ, and the share of shapes that agree. */
  public static void main(String[] args) throws FennecException, IOException {
    Path folder = Path.of("assets/architectures");
    ArchitectureAtlas atlas = ArchitectureAtlas.open(folder);
    for (String line : Files.readAllLines(folder.resolve("torchvision_reference.csv"))) {
      String[] cells = line.split(",");
      if (cells[0].equals("name") || !atlas.entries().containsKey(cells[0])) {
        continue;
      }
      GraphCost cost = GraphCost.of(atlas.graph(cells[0]));
      double giga = cost.multiplyAdds() / 1e9;
      double stated = Double.parseDouble(cells[3]);
      double off = giga / stated - 1;
      boolean same = cost.parameters() == Long.parseLong(cells[2]);
      if (Math.abs(off) > 0.02 || !same) {
        System.out.printf(
            "%s %s: %.4f stated %.3f (%+.1f %%), parameters %d stated %s, size %d, unknown %d%n",
            cells[0],
            cells[1],
            giga,
            stated,
            100 * off,
            cost.parameters(),
            cells[2],
            atlas.entries().get(cells[0]).inputSize(),
            cost.unknown().size());
      }
    }
    agreement(atlas);
  }

  private static void agreement(ArchitectureAtlas atlas) throws FennecException {
    Map<String, int[]> byOperation = new TreeMap<>();
    long same = 0;
    long total = 0;
    long start = System.nanoTime();
    for (String name : atlas.entries().keySet()) {
      ArchitectureGraph graph = atlas.graph(name);
      ArchitectureGraph inferred = ShapeInference.infer(OtherInputs.withoutShapes(graph));
      for (GraphNode node : graph.nodes()) {
        if (node.outputs().isEmpty() || node.outputs().get(0).isEmpty()) {
          continue;
        }
        total++;
        boolean ok = inferred.node(node.id()).outputs().equals(node.outputs());
        same += ok ? 1 : 0;
        int[] counts = byOperation.computeIfAbsent(node.operation(), k -> new int[2]);
        counts[ok ? 0 : 1]++;
        if (!ok && counts[1] <= 2) {
          System.out.printf(
              "%s %s %s: stated %s inferred %s attributes %s weights %s%n",
              name,
              node.name(),
              node.operation(),
              node.outputs(),
              inferred.node(node.id()).outputs(),
              node.attributes(),
              node.weights());
        }
      }
    }
    byOperation.forEach(
        (operation, c) -> {
          if (c[1] > 0) {
            System.out.printf("%s: %d same, %d not%n", operation, c[0], c[1]);
          }
        });
    System.out.printf(
        "%d of %d nodes agree (%.2f %%), %.1f s%n",
        same, total, 100.0 * same / total, (System.nanoTime() - start) / 1e9);
  }
}
