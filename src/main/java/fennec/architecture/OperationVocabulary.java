package fennec.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Canonical operations: the same network exported by two tools, at two input sizes, or before and
 * after its batch norms were folded, becomes the same (or nearly the same) graph.
 *
 * <ol>
 *   <li>GELU spelt as {@code Div, Erf, Add, Mul, Mul}, SiLU as {@code Sigmoid, Mul} and layer norm
 *       as {@code ReduceMean, Sub, Pow, ...} become one node each.
 *   <li>A batch norm that alone reads a convolution or a linear layer is removed, as folding it
 *       into the weights would.
 *   <li>Plumbing is bypassed: what carries a tensor without computing ({@code Identity, Cast,
 *       Dropout, Constant, Shape}) and what only reshapes it ({@code Reshape, Transpose, Flatten,
 *       Squeeze, Unsqueeze, Expand}). {@code Concat, Split, Slice, Gather} and {@code Pad} stay:
 *       they join and part branches.
 * </ol>
 *
 * Attributes, shapes and widths are left out. Labels with kernel sizes, strides and depthwise marks
 * were tried on the atlas and told families apart less well.
 */
final class OperationVocabulary {

  private static final Set<String> PLUMBING =
      Set.of(
          "Identity",
          "Cast",
          "CastLike",
          "Dropout",
          "Constant",
          "Shape",
          "Reshape",
          "Transpose",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Expand");
  private static final Set<String> FOLDS_BATCH_NORM =
      Set.of("Conv", "ConvTranspose", "Gemm", "MatMul", "Linear");

  private final List<GraphNode> nodes;
  private final CanonicalRewriting graph;

  private OperationVocabulary(ArchitectureGraph source) {
    this.nodes = source.nodes();
    this.graph = new CanonicalRewriting(source);
  }

  /** The canonical form of {@code graph}; linear in its size. */
  static CanonicalGraph canonical(ArchitectureGraph graph) {
    return new OperationVocabulary(graph).rewritten();
  }

  private CanonicalGraph rewritten() {
    for (int node = 0; node < graph.size(); node++) {
      switch (graph.operation(node)) {
        case "Sigmoid" -> graph.joinSilu(node);
        case "Erf" -> graph.joinGelu(node);
        case "Sqrt" -> graph.joinLayerNorm(node);
        default -> {}
      }
    }
    for (int node = 0; node < graph.size(); node++) {
      if (graph.operation(node).equals("BatchNormalization") && foldable(node)) {
        graph.bypass(node);
      }
      if (PLUMBING.contains(graph.operation(node))) {
        graph.bypass(node);
      }
    }
    return collected();
  }

  private boolean foldable(int batchNorm) {
    List<Integer> inputs = graph.inputs(batchNorm);
    return !inputs.isEmpty()
        && FOLDS_BATCH_NORM.contains(graph.operation(inputs.get(0)))
        && graph.consumers(inputs.get(0)).size() == 1;
  }

  private CanonicalGraph collected() {
    Map<Integer, Integer> position = new HashMap<>();
    List<Integer> ids = new ArrayList<>();
    List<String> operations = new ArrayList<>();
    List<List<Integer>> predecessors = new ArrayList<>();
    for (int node = 0; node < graph.size(); node++) {
      if (graph.bypassed(node)) {
        continue;
      }
      position.put(node, ids.size());
      ids.add(nodes.get(node).id());
      operations.add(graph.operation(node));
      predecessors.add(
          graph.inputs(node).stream()
              .map(graph::source)
              .filter(position::containsKey)
              .map(position::get)
              .toList());
    }
    return new CanonicalGraph(ids, operations, predecessors);
  }
}
