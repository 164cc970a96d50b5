package fennec.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in the shapes that a file leaves out. Nodes are taken in topological order; the shape of
 * each output follows from the shapes of the inputs and the attributes by the rules of the ONNX
 * operators, and small tensors of numbers (shapes, axes, Reshape targets) are computed along the
 * way. What the file states is kept. An operation without a rule, or with sizes that contradict
 * each other, leaves its outputs unknown. Sizes not known are -1 and stay so.
 *
 * <p>Cost: one pass, linear in nodes and edges.
 *
 * <p>Source: <a href="https://github.com/onnx/onnx/blob/main/docs/Operators.md">ONNX operators</a>,
 * opset 7 to 21.
 */
public final class ShapeInference {

  private static final Map<String, ShapeRule> RULES = new HashMap<>();

  static {
    ElementwiseShapes.addTo(RULES);
    SpatialShapes.addTo(RULES);
    MatrixShapes.addTo(RULES);
    LayoutShapes.addTo(RULES);
    IndexShapes.addTo(RULES);
  }

  private final ArchitectureGraph graph;
  private final Map<Integer, List<Optional<Tensor>>> known = new HashMap<>();

  private ShapeInference(ArchitectureGraph graph) {
    this.graph = graph;
  }

  /** The same graph with every shape that follows from what is known. */
  public static ArchitectureGraph infer(ArchitectureGraph graph) {
    return new ShapeInference(graph).run();
  }

  /** Whether the operation has a rule. */
  public static boolean knows(String operation) {
    return RULES.containsKey(operation);
  }

  private ArchitectureGraph run() {
    Map<Integer, GraphNode> completed = new HashMap<>();
    for (GraphNode node : graph.nodes()) {
      List<Optional<Tensor>> outputs = outputsOf(node);
      known.put(node.id(), outputs);
      List<Optional<TensorShape>> shapes = outputs.stream().map(o -> o.map(Tensor::shape)).toList();
      completed.put(node.id(), node.withOutputs(shapes));
    }
    List<GraphNode> nodes = graph.nodes().stream().map(n -> completed.get(n.id())).toList();
    List<DataEdge> edges = new ArrayList<>();
    for (DataEdge edge : graph.edges()) {
      Optional<TensorShape> shape =
          edge.shape().or(() -> find(edge.from(), edge.output()).map(Tensor::shape));
      edges.add(new DataEdge(edge.from(), edge.output(), edge.to(), edge.input(), shape));
    }
    return new ArchitectureGraph(graph.name(), graph.metadata(), nodes, edges);
  }

  private Optional<Tensor> find(int id, int output) {
    List<Optional<Tensor>> outputs = known.getOrDefault(id, List.of());
    return output < outputs.size() ? outputs.get(output) : Optional.empty();
  }

  private List<Optional<Tensor>> outputsOf(GraphNode node) {
    List<Tensor> inferred = inferred(node);
    List<Optional<Tensor>> outputs = new ArrayList<>();
    int count = Math.max(node.outputs().size(), node.outputs().isEmpty() ? inferred.size() : 0);
    for (int i = 0; i < count; i++) {
      Optional<TensorShape> stated =
          i < node.outputs().size() ? node.outputs().get(i) : Optional.empty();
      Optional<Tensor> own = i < inferred.size() ? Optional.of(inferred.get(i)) : Optional.empty();
      outputs.add(merged(stated, own));
    }
    return outputs;
  }

  /** What the file states, with the numbers where they are known. */
  private static Optional<Tensor> merged(Optional<TensorShape> stated, Optional<Tensor> own) {
    if (stated.isEmpty()) {
      return own;
    }
    boolean same = own.isPresent() && own.get().shape().equals(stated.get());
    boolean better = own.isPresent() && !stated.get().known() && own.get().shape().known();
    return same || better ? own : stated.map(Tensor::of);
  }

  private List<Tensor> inferred(GraphNode node) {
    ShapeRule rule = RULES.get(node.operation());
    if (rule == null) {
      return List.of();
    }
    try {
      List<Tensor> outputs = rule.outputs(operands(node));
      boolean sane =
          outputs.stream().flatMap(t -> t.shape().dimensions().stream()).allMatch(d -> d >= -1);
      return sane ? outputs : List.of();
    } catch (Operands.Unknown
        | ArithmeticException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) { // shapes of too few axes, in a damaged file
      return List.of();
    }
  }

  private Operands operands(GraphNode node) {
    return Operands.of(
        graph,
        node,
        edge -> find(edge.from(), edge.output()).or(() -> edge.shape().map(Tensor::of)));
  }
}
