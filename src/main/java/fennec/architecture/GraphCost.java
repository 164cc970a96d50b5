package fennec.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parameters and multiply-adds of a graph.
 *
 * <p>Multiply-adds are those of convolutions, matrix products (attention included), Einstein sums
 * and recurrent layers; a multiply with the add that follows counts as one. Biases, norms,
 * activations, pooling and element-wise operations count nothing. This is the count of
 * torchvision's documentation ("GFLOPS") and of most papers. It is for the graph's own input size
 * and batch, and does not scale exactly to another: attention grows with the square of the number
 * of pixels, and feature maps are rounded.
 *
 * <ul>
 *   <li>Conv: elements(output) x elements(weight) / output channels
 *   <li>ConvTranspose: elements(input) x elements(weight) / input channels
 *   <li>MatMul, Gemm: elements(output) x length of the axis summed over
 *   <li>Einsum: product of the sizes of all letters, for two operands
 *   <li>LSTM, GRU, RNN: steps x batch x (elements(W) + elements(R))
 *   <li>Attention: batch x heads x queries x keys x (size of a key + size of a value)
 * </ul>
 *
 * <p>Missing shapes are inferred first. Both branches of an {@code If} count, a loop's body once.
 */
public final class GraphCost {

  private final Map<Integer, NodeCost> byNode;
  private final List<GraphNode> unknown;
  private final long parameters;
  private final long multiplyAdds;

  private GraphCost(Map<Integer, NodeCost> byNode, List<GraphNode> unknown) {
    this.byNode = Collections.unmodifiableMap(byNode);
    this.unknown = List.copyOf(unknown);
    this.parameters = byNode.values().stream().mapToLong(NodeCost::parameters).sum();
    this.multiplyAdds =
        byNode.values().stream().mapToLong(c -> Math.max(0, c.multiplyAdds())).sum();
  }

  /** Counts {@code graph}; linear in nodes and edges. */
  public static GraphCost of(ArchitectureGraph graph) {
    ArchitectureGraph shaped = ShapeInference.infer(graph);
    Map<Integer, NodeCost> costs = new HashMap<>();
    List<GraphNode> unknown = new ArrayList<>();
    Set<String> counted = new HashSet<>();
    for (GraphNode node : shaped.nodes()) {
      long own = 0;
      for (Weight weight : node.weights()) {
        if (weight.parameter() && counted.add(weight.name())) {
          own += Math.max(0, weight.shape().elements());
        }
      }
      long multiplyAdds = MultiplyAdds.of(shaped, node);
      if (multiplyAdds < 0) {
        unknown.add(node);
      }
      costs.put(node.id(), new NodeCost(own, multiplyAdds));
    }
    return new GraphCost(costs, unknown);
  }

  /** Trained parameters in all, each once. */
  public long parameters() {
    return parameters;
  }

  /** Multiply-adds in all, without those of {@link #unknown} nodes. */
  public long multiplyAdds() {
    return multiplyAdds;
  }

  /** Nodes that cost multiply-adds whose number does not follow from the shapes known. */
  public List<GraphNode> unknown() {
    return unknown;
  }

  /**
   * Cost of one node.
   *
   * @throws IllegalArgumentException if the node is not of this graph
   */
  public NodeCost of(GraphNode node) {
    NodeCost cost = byNode.get(node.id());
    if (cost == null) {
      throw new IllegalArgumentException("no node has the id " + node.id());
    }
    return cost;
  }
}
