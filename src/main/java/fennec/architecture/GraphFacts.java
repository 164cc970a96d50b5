package fennec.architecture;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plain facts of a graph that need no shapes. */
public final class GraphFacts {

  private static final List<String> CONVOLUTIONS =
      List.of("Conv", "ConvTranspose", "ConvInteger", "QLinearConv");
  private static final List<String> PRODUCTS =
      List.of("MatMul", "MatMulInteger", "QLinearMatMul", "Gemm", "Einsum");

  private GraphFacts() {}

  /** Whether the node is an end of the graph and no operation. */
  public static boolean isEnd(GraphNode node) {
    return node.operation().equals("Input") || node.operation().equals("Output");
  }

  /** Whether the node is a convolution, transposed or not, quantised or not. */
  public static boolean isConvolution(GraphNode node) {
    return CONVOLUTIONS.contains(node.operation());
  }

  /** Whether the node is a linear layer: a matrix product with a trained weight. */
  public static boolean isLinear(GraphNode node) {
    return PRODUCTS.contains(node.operation())
        && node.weights().stream()
            .anyMatch(w -> w.parameter() && w.shape().dimensions().size() >= 2);
  }

  /** Number of convolutions and linear layers. */
  public static int layers(ArchitectureGraph graph) {
    return (int) graph.nodes().stream().filter(n -> isConvolution(n) || isLinear(n)).count();
  }

  /** Number of operations on the longest path through the graph; ends do not count. */
  public static int depth(ArchitectureGraph graph) {
    Map<Integer, Integer> longest = new HashMap<>();
    int depth = 0;
    for (GraphNode node : graph.nodes()) {
      int before = 0;
      for (DataEdge edge : graph.incoming(node)) {
        before = Math.max(before, longest.get(edge.from()));
      }
      int here = before + (isEnd(node) ? 0 : 1);
      longest.put(node.id(), here);
      depth = Math.max(depth, here);
    }
    return depth;
  }

  /** Number of nodes of each operation, ends left out, sorted by name. */
  public static SortedMap<String, Integer> operations(ArchitectureGraph graph) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (GraphNode node : graph.nodes()) {
      if (!isEnd(node)) {
        counts.merge(node.operation(), 1, Integer::sum);
      }
    }
    return Collections.unmodifiableSortedMap(counts);
  }
}
