package fennec.io;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.DataEdge;
import fennec.architecture.GraphNode;
import fennec.architecture.TensorShape;
import fennec.architecture.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Resolves the names of an {@link OnnxGraph}: who makes a tensor, who reads it. */
final class OnnxGraphAssembler {

  private static final int RUNNING_MEAN = 3;
  private static final Set<String> BUFFERS =
      Set.of(
          "running_mean",
          "running_var",
          "relative_coords_table",
          "relative_position_index",
          "attn_mask");

  private final OnnxGraph top;
  private final Map<String, String> metadata;
  private final boolean weightsLeftOut;
  private final List<Placed> placed = new ArrayList<>();
  private final List<GraphNode> nodes = new ArrayList<>();
  private final List<DataEdge> edges = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int nextId;
  private int missing;

  OnnxGraphAssembler(OnnxGraph top, Map<String, String> metadata) {
    this.top = top;
    this.metadata = new TreeMap<>(metadata);
    this.weightsLeftOut =
        top.constants().values().stream().anyMatch(t -> t.isFloat() && !t.data() && !t.constant());
  }

  /** A node with its id, the names it can see, and those its bodies return. */
  private record Placed(
      OnnxGraph.Node node, int id, String name, OnnxScope scope, List<Returned> returned) {}

  /** A tensor that a body returns. */
  private record Returned(String tensor, OnnxScope scope) {}

  ArchitectureGraph assemble(String name) throws WireException {
    OnnxScope scope = new OnnxScope(null, top);
    for (String input : top.inputs()) {
      int id = nextId++;
      scope.produce(input, new OnnxScope.Source(id, 0));
      nodes.add(end(id, input, "Input", List.of(scope.shape(input))));
    }
    place(top, scope, "");
    placed.forEach(this::connect);
    for (String output : top.outputs()) {
      int id = nextId++;
      nodes.add(end(id, output, "Output", List.of()));
      edge(scope, output, id, 0);
    }
    if (missing > 0) {
      metadata.put("missing_inputs", Integer.toString(missing));
    }
    try {
      return new ArchitectureGraph(name, metadata, nodes, edges);
    } catch (IllegalArgumentException cycle) {
      throw new WireException("is not a dataflow graph: " + cycle.getMessage());
    }
  }

  private GraphNode end(
      int id, String name, String operation, List<Optional<TensorShape>> outputs) {
    return new GraphNode(id, unique(name), operation, new TreeMap<>(), List.of(), outputs);
  }

  /** Gives every node its id, bodies before the node they belong to. */
  private void place(OnnxGraph graph, OnnxScope scope, String path) throws WireException {
    int position = 0;
    for (OnnxGraph.Node node : graph.nodes()) {
      String given = node.name().isEmpty() ? node.operation() + "_" + position : node.name();
      position++;
      if (isConstant(node)) {
        scope.constant(node.outputs().get(0), node.value());
        continue;
      }
      String name = unique(path.isEmpty() ? given : path + stripped(given));
      List<Returned> returned = new ArrayList<>();
      for (Map.Entry<String, OnnxGraph> body : node.bodies().entrySet()) {
        OnnxScope inner = new OnnxScope(scope, body.getValue());
        inner.alias(body.getValue().inputs(), formalToActual(node, body.getValue()));
        place(body.getValue(), inner, name + "/" + body.getKey() + "/");
        body.getValue().outputs().forEach(o -> returned.add(new Returned(o, inner)));
      }
      int id = nextId++;
      placed.add(new Placed(node, id, name, scope, returned));
      for (int i = 0; i < node.outputs().size(); i++) {
        String output = node.outputs().get(i);
        if (!output.isEmpty() && !scope.produce(output, new OnnxScope.Source(id, i))) {
          throw new WireException("is damaged: the tensor '" + output + "' is made twice");
        }
      }
    }
  }

  private static String stripped(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private static boolean isConstant(OnnxGraph.Node node) {
    return node.operation().equals("Constant")
        && node.value() != null
        && node.outputs().size() == 1
        && node.inputs().isEmpty();
  }

  /** Inputs of the node that stand for the inputs of its body, which has as many or fewer. */
  private static List<String> formalToActual(OnnxGraph.Node node, OnnxGraph body) {
    List<String> actual = new ArrayList<>(node.inputs());
    if (node.operation().equals("Loop") && !actual.isEmpty()) {
      // the iteration number takes the place of the trip count
      actual.set(0, "");
    }
    return actual.subList(0, Math.min(actual.size(), body.inputs().size()));
  }

  private void connect(Placed place) {
    OnnxGraph.Node node = place.node();
    List<Weight> weights = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      String tensor = node.inputs().get(i);
      if (tensor.isEmpty()) {
        continue;
      }
      Optional<OnnxTensor> constant = place.scope().constant(tensor);
      if (constant.isPresent()) {
        OnnxTensor t = constant.get();
        weights.add(new Weight(tensor, t.shape(), isParameter(node, i, t), i, t.values()));
      } else {
        edge(place.scope(), tensor, place.id(), i);
      }
    }
    int input = node.inputs().size();
    for (Returned returned : place.returned()) {
      if (returned.scope().constant(returned.tensor()).isEmpty()) {
        edge(returned.scope(), returned.tensor(), place.id(), input);
      }
      input++;
    }
    List<Optional<TensorShape>> shapes = node.outputs().stream().map(place.scope()::shape).toList();
    nodes.add(
        new GraphNode(
            place.id(), place.name(), operation(node), node.attributes(), weights, shapes));
  }

  /** Operation type; one of another operator set than ONNX's own stands behind its domain. */
  private static String operation(OnnxGraph.Node node) {
    boolean own = node.domain().isEmpty() || node.domain().equals("ai.onnx");
    return own ? node.operation() : node.domain() + "." + node.operation();
  }

  private void edge(OnnxScope scope, String tensor, int to, int input) {
    Optional<OnnxScope.Source> source = scope.source(tensor);
    if (source.isPresent()) {
      OnnxScope.Source from = source.get();
      edges.add(new DataEdge(from.node(), from.output(), to, input, scope.shape(tensor)));
    } else if (scope.constant(tensor).isEmpty() && !scope.isFormal(tensor)) {
      missing++;
    }
  }

  private boolean isParameter(OnnxGraph.Node node, int input, OnnxTensor tensor) {
    if (tensor.constant()
        || isBuffer(tensor.name())
        || (node.operation().equals("BatchNormalization") && input >= RUNNING_MEAN)) {
      return false;
    }
    if (!tensor.isFloat()) {
      return isQuantised(node, tensor);
    }
    if (weightsLeftOut) {
      return !tensor.data();
    }
    return !tensor.shape().dimensions().isEmpty() && !tensor.name().startsWith("/");
  }

  /** Tensors that PyTorch modules keep beside their parameters, by the last part of the name. */
  private static boolean isBuffer(String name) {
    return BUFFERS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean isQuantised(OnnxGraph.Node node, OnnxTensor tensor) {
    String operation = node.operation();
    return tensor.isSmallInteger()
        && tensor.shape().dimensions().size() >= 2
        && (operation.startsWith("QLinear")
            || operation.endsWith("Integer")
            || operation.equals("DequantizeLinear"));
  }

  private String unique(String name) {
    String candidate = name;
    for (int i = 2; !names.add(candidate); i++) {
      candidate = name + "#" + i;
    }
    return candidate;
  }
}
