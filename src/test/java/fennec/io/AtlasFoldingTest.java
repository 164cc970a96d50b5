package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.BlockFolding;
import fennec.architecture.FoldedEdge;
import fennec.architecture.FoldedGraph;
import fennec.architecture.FoldedItem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Folding on every graph of the atlas. */
class AtlasFoldingTest {

  private static ArchitectureAtlas atlas;

  @BeforeAll
  static void open() throws Exception {
    atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
  }

  @Test
  void everyGraphUnfoldsToItself() throws Exception {
    for (String name : atlas.entries().keySet()) {
      ArchitectureGraph graph = atlas.graph(name);
      BlockFolding folding = BlockFolding.of(graph);
      ArchitectureGraph again = folding.unfold();
      assertEquals(graph.nodes(), again.nodes(), name);
      assertEquals(graph.edges(), again.edges(), name);
      Set<FoldedEdge> edges = new HashSet<>();
      graph
          .edges()
          .forEach(e -> edges.add(new FoldedEdge("n" + e.from(), "n" + e.to(), e.shape())));
      FoldedGraph unfolded = folding.unfolded();
      assertEquals(edges, new HashSet<>(unfolded.edges()), name);
      assertEquals(graph.nodes().size(), unfolded.items().size(), name);
      assertOrdered(name, unfolded);
    }
  }

  @Test
  void everyFoldedGraphIsAcyclicAndSmaller() throws Exception {
    for (String name : atlas.entries().keySet()) {
      BlockFolding folding = BlockFolding.of(atlas.graph(name));
      FoldedGraph folded = folding.folded();
      assertOrdered(name, folded);
      assertTrue(folded.items().size() <= folding.graph().nodes().size(), name);
    }
  }

  @Test
  void repeatedBlocksOfKnownNetworksBecomeOneEach() throws Exception {
    FoldedGraph transformer = folded("torchvision.vit_b_16");
    assertTrue(transformer.items().size() < 40, () -> "parts: " + transformer.items().size());
    assertEquals(12, repeats(transformer));
    FoldedGraph residual = folded("torchvision.resnet152");
    assertTrue(residual.items().size() < 60, () -> "parts: " + residual.items().size());
    assertEquals(35, repeats(residual));
  }

  @Test
  void openingOneBlockLeavesTheOthersFolded() throws Exception {
    BlockFolding folding = BlockFolding.of(atlas.graph("torchvision.vit_b_16"));
    FoldedItem row =
        folding.folded().items().stream().filter(i -> i.repeats() == 12).findFirst().orElseThrow();
    Set<String> open = new HashSet<>(folding.openAtFirst());
    open.add(row.id());
    assertEquals(folding.folded().items().size() + 11, folding.view(open).items().size());
    FoldedItem first = row.children().get(0);
    open.add(first.id());
    FoldedGraph view = folding.view(open);
    assertEquals(
        folding.folded().items().size() + 10 + first.children().size(), view.items().size());
    assertOrdered("vit_b_16", view);
  }

  private static FoldedGraph folded(String name) throws Exception {
    return BlockFolding.of(atlas.graph(name)).folded();
  }

  private static int repeats(FoldedGraph graph) {
    return graph.items().stream().mapToInt(FoldedItem::repeats).max().orElse(0);
  }

  private static void assertOrdered(String name, FoldedGraph graph) {
    Map<String, Integer> position = new HashMap<>();
    graph.items().forEach(i -> position.put(i.id(), position.size()));
    assertEquals(graph.items().size(), position.size(), name);
    for (FoldedEdge edge : graph.edges()) {
      assertTrue(position.get(edge.from()) < position.get(edge.to()), name + ": " + edge);
    }
  }
}
