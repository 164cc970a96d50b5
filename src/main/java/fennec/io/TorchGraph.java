package fennec.io;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.DataEdge;
import fennec.architecture.GraphNode;
import fennec.architecture.TensorShape;
import fennec.architecture.Weight;
import fennec.file.StoredTensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Nodes and edges gathered while TorchScript code is walked. */
final class TorchGraph {

  private final List<GraphNode> nodes = new ArrayList<>();
  private final List<DataEdge> edges = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** A tensor that a node makes. */
  record Made(int node, int output) {}

  /** A tensor of the archive. */
  record Kept(String name, StoredTensor tensor, boolean parameter) {}

  Made input(String name) {
    nodes.add(GraphNode.of(nodes.size(), unique(name), "Input"));
    return new Made(nodes.size() - 1, 0);
  }

  void output(Object value) {
    for (Object each : value instanceof List<?> list ? list : Collections.singletonList(value)) {
      if (each instanceof Made made) {
        int id = nodes.size();
        nodes.add(GraphNode.of(id, unique("output"), "Output"));
        edges.add(new DataEdge(made.node(), made.output(), id, 0, Optional.empty()));
      }
    }
  }

  /** Adds the operation {@code torch}, called inside the module at {@code path}. */
  Made operation(String path, String torch, List<Object> arguments) throws WireException {
    if (nodes.size() >= OnnxGraphParser.MAX_NODES) {
      throw new WireException("has more than 100,000 operations; it is not read further");
    }
    int id = nodes.size();
    String operation = TorchOperations.name(torch, arguments);
    List<Weight> weights = new ArrayList<>();
    List<Object> flat = new ArrayList<>();
    flatten(arguments, flat);
    int input = 0;
    for (Object value : flat) {
      if (value instanceof Made made) {
        edges.add(new DataEdge(made.node(), made.output(), id, input++, Optional.empty()));
      } else if (value instanceof Kept kept) {
        weights.add(weight(kept, input++, torch));
      }
    }
    TreeMap<String, String> attributes =
        new TreeMap<>(TorchOperations.attributes(operation, torch, arguments));
    nodes.add(
        new GraphNode(
            id,
            unique(path + "/" + operation),
            operation,
            attributes,
            weights,
            List.of(Optional.empty())));
    return new Made(id, 0);
  }

  static void flatten(List<?> values, List<Object> flat) {
    for (Object value : values) {
      if (value instanceof List<?> inner) {
        flatten(inner, flat);
      } else {
        flat.add(value);
      }
    }
  }

  /** A linear layer keeps its matrix transposed; here it stands as a product takes it. */
  private static Weight weight(Kept kept, int input, String torch) {
    List<Long> sizes = new ArrayList<>(kept.tensor().shape());
    if (torch.equals("linear")) {
      Collections.reverse(sizes);
    }
    return new Weight(kept.name(), new TensorShape(sizes), kept.parameter(), input);
  }

  private String unique(String name) {
    String candidate = name;
    for (int i = 1; !names.add(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  int size() {
    return nodes.size();
  }

  ArchitectureGraph build(String name) {
    return new ArchitectureGraph(name, Map.of("framework", "torchscript"), nodes, edges);
  }
}
