package fennec.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GraphCostTest {

  private static Weight weight(String name, int input, long... sizes) {
    return new Weight(name, TensorShape.of(sizes), true, input);
  }

  /** A chain Input, then one node of each operation given. */
  private static ArchitectureGraph one(
      String operation,
      Map<String, String> attributes,
      List<Weight> weights,
      TensorShape... inputs) {
    List<GraphNode> nodes = new ArrayList<>();
    List<DataEdge> edges = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      nodes.add(
          new GraphNode(
              i, "in" + i, "Input", new TreeMap<>(), List.of(), List.of(Optional.of(inputs[i]))));
      edges.add(new DataEdge(i, 0, inputs.length, i, Optional.of(inputs[i])));
    }
    nodes.add(
        new GraphNode(
            inputs.length,
            "it",
            operation,
            new TreeMap<>(attributes),
            weights,
            List.of(Optional.empty())));
    return new ArchitectureGraph("one", Map.of(), nodes, edges);
  }

  @Test
  void convolutionCountsOutputTimesWindowTimesChannelsOfItsGroup() {
    // 8 channels in 2 groups to 12: output 1x12x5x5, window 3x3 over 4 channels
    GraphCost cost =
        GraphCost.of(
            one(
                "Conv",
                Map.of("group", "2", "strides", "2,2", "pads", "1,1,1,1"),
                List.of(weight("w", 1, 12, 4, 3, 3), weight("b", 2, 12)),
                TensorShape.of(1, 8, 10, 10)));
    assertEquals(12 * 5 * 5 * 4 * 9, cost.multiplyAdds());
    assertEquals(12 * 4 * 9 + 12, cost.parameters());
  }

  @Test
  void transposedConvolutionCountsInputTimesWindowTimesChannelsOut() {
    GraphCost cost =
        GraphCost.of(
            one(
                "ConvTranspose",
                Map.of("strides", "2,2"),
                List.of(weight("w", 1, 8, 6, 2, 2)),
                TensorShape.of(1, 8, 7, 7)));
    assertEquals(8 * 7 * 7 * 6 * 4, cost.multiplyAdds());
  }

  @Test
  void attentionProductCountsEveryHead() {
    ArchitectureGraph graph =
        one(
            "MatMul",
            Map.of(),
            List.of(),
            TensorShape.of(1, 12, 197, 64),
            TensorShape.of(1, 12, 64, 197));
    assertEquals(12L * 197 * 197 * 64, GraphCost.of(graph).multiplyAdds());
    assertEquals(0, GraphCost.of(graph).parameters());
  }

  @Test
  void einsteinSumCountsTheProductOfAllLetters() {
    ArchitectureGraph graph =
        one(
            "Einsum",
            Map.of("equation", "bhwc,hkc->bhwk"),
            List.of(),
            TensorShape.of(2, 3, 4, 5),
            TensorShape.of(3, 7, 5));
    assertEquals(2 * 3 * 4 * 5 * 7, GraphCost.of(graph).multiplyAdds());
  }

  @Test
  void gemmMayTransposeEitherSide() {
    GraphCost cost =
        GraphCost.of(
            one(
                "Gemm",
                Map.of("transB", "1"),
                List.of(weight("w", 1, 10, 64)),
                TensorShape.of(3, 64)));
    assertEquals(3 * 64 * 10, cost.multiplyAdds());
  }

  @Test
  void recurrentLayerCountsBothMatricesAtEveryStep() {
    GraphCost cost =
        GraphCost.of(
            one(
                "LSTM",
                Map.of("hidden_size", "6"),
                List.of(weight("w", 1, 2, 24, 5), weight("r", 2, 2, 24, 6)),
                TensorShape.of(9, 4, 5)));
    assertEquals(9 * 4 * 2 * 24 * (5 + 6), cost.multiplyAdds());
  }

  @Test
  void attentionOperatorCountsScoresAndMixing() {
    GraphCost cost =
        GraphCost.of(
            one(
                "Attention",
                Map.of(),
                List.of(),
                TensorShape.of(1, 2, 10, 8),
                TensorShape.of(1, 2, 20, 8),
                TensorShape.of(1, 2, 20, 6)));
    assertEquals(2 * 10 * 20 * (8 + 6), cost.multiplyAdds());
  }

  @Test
  void sharedWeightCountsAtItsFirstNodeOnly() {
    Weight shared = weight("shared", 1, 4, 4);
    TensorShape shape = TensorShape.of(1, 4);
    GraphNode in =
        new GraphNode(0, "in", "Input", new TreeMap<>(), List.of(), List.of(Optional.of(shape)));
    GraphNode a =
        new GraphNode(
            1, "a", "MatMul", new TreeMap<>(), List.of(shared), List.of(Optional.empty()));
    GraphNode b =
        new GraphNode(
            2, "b", "MatMul", new TreeMap<>(), List.of(shared), List.of(Optional.empty()));
    ArchitectureGraph graph =
        new ArchitectureGraph(
            "shared",
            Map.of(),
            List.of(in, a, b),
            List.of(
                new DataEdge(0, 0, 1, 0, Optional.empty()),
                new DataEdge(1, 0, 2, 0, Optional.empty())));
    GraphCost cost = GraphCost.of(graph);
    assertEquals(16, cost.parameters());
    assertEquals(new NodeCost(16, 16), cost.of(a));
    assertEquals(new NodeCost(0, 16), cost.of(b));
    assertEquals(2, GraphFacts.layers(graph));
    assertEquals(2, GraphFacts.depth(graph));
    assertEquals(Map.of("MatMul", 2), GraphFacts.operations(graph));
  }

  @Test
  void nodeWithoutShapesIsNamedAndNotGuessed() {
    ArchitectureGraph graph =
        one("Conv", Map.of(), List.of(weight("w", 1, 4, 3, 3, 3)), TensorShape.of(1, 3, -1, -1));
    GraphCost cost = GraphCost.of(graph);
    assertEquals(0, cost.multiplyAdds());
    assertEquals(List.of("it"), cost.unknown().stream().map(GraphNode::name).toList());
    assertEquals(108, cost.parameters());
  }
}
