package fennec.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Levels of subtrees that two graphs share. */
class SharedSubtreesTest {

  private static ArchitectureGraph chain(String name, String... operations) {
    List<GraphNode> nodes = new ArrayList<>();
    List<DataEdge> edges = new ArrayList<>();
    for (int i = 0; i < operations.length; i++) {
      nodes.add(GraphNode.of(10 + i, "n" + i, operations[i]));
      if (i > 0) {
        edges.add(new DataEdge(9 + i, 0, 10 + i, 0, Optional.empty()));
      }
    }
    return new ArchitectureGraph(name, Map.of(), nodes, edges);
  }

  @Test
  void equalGraphsShareAll() {
    ArchitectureGraph graph = chain("a", "Input", "Conv", "Relu", "Conv", "Relu", "Output");
    SharedSubtrees shared = SharedSubtrees.of(graph, graph);
    assertEquals(shared.first(), shared.second());
    shared.first().values().forEach(level -> assertEquals(SharedSubtrees.LEVELS, level));
    assertEquals(6, shared.first().size());
  }

  @Test
  void levelsCountHowFarBackTheTwoAgree() {
    ArchitectureGraph one = chain("a", "Input", "Conv", "Relu", "MaxPool", "Relu", "Output");
    ArchitectureGraph other = chain("b", "Input", "Conv", "Relu", "Tanh", "Relu", "Output");
    SharedSubtrees shared = SharedSubtrees.of(one, other);
    assertEquals(
        Map.of(10, 3, 11, 3, 12, 3, 13, 0, 14, 1, 15, 2),
        shared.first(),
        "MaxPool is only here; the Relu after it reads something else; the Output reads a Relu");
    assertEquals(shared.first(), shared.second());
  }

  @Test
  void whatIsBypassedHasNoLevel() {
    ArchitectureGraph one = chain("a", "Input", "Conv", "Reshape", "Relu");
    ArchitectureGraph other = chain("b", "Input", "Conv", "Relu");
    SharedSubtrees shared = SharedSubtrees.of(one, other);
    assertFalse(shared.first().containsKey(12));
    assertEquals(3, shared.first().get(13), "a Reshape in between makes no difference");
  }
}
