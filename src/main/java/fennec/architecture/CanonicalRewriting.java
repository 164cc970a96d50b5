package fennec.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A working copy of a graph by position in topological order, with the rewriting rules on it. */
final class CanonicalRewriting {

  private final String[] operations;
  private final List<List<Integer>> inputs = new ArrayList<>();
  private final List<List<Integer>> consumers = new ArrayList<>();
  private final boolean[] bypassed;

  CanonicalRewriting(ArchitectureGraph graph) {
    List<GraphNode> nodes = graph.nodes();
    Map<Integer, Integer> position = new HashMap<>();
    for (GraphNode node : nodes) {
      position.put(node.id(), position.size());
      consumers.add(new ArrayList<>());
    }
    for (GraphNode node : nodes) {
      List<Integer> read = new ArrayList<>();
      for (DataEdge edge : graph.incoming(node)) {
        int from = position.get(edge.from());
        read.add(from);
        consumers.get(from).add(inputs.size());
      }
      inputs.add(read);
    }
    operations = nodes.stream().map(GraphNode::operation).toArray(String[]::new);
    bypassed = new boolean[operations.length];
  }

  int size() {
    return operations.length;
  }

  String operation(int node) {
    return operations[node];
  }

  List<Integer> inputs(int node) {
    return inputs.get(node);
  }

  List<Integer> consumers(int node) {
    return consumers.get(node);
  }

  boolean bypassed(int node) {
    return bypassed[node];
  }

  void bypass(int node) {
    bypassed[node] = true;
  }

  /** The node whose result arrives at {@code node} when bypassed nodes are skipped; -1 if none. */
  int source(int node) {
    int at = node;
    while (at >= 0 && bypassed[at]) {
      at = inputs.get(at).isEmpty() ? -1 : inputs.get(at).get(0);
    }
    return at;
  }

  private int onlyConsumer(int node, String operation) {
    List<Integer> readers = consumers.get(node);
    boolean one = readers.size() == 1 && operations[readers.get(0)].equals(operation);
    return one ? readers.get(0) : -1;
  }

  private int input(int node, int index, String... expected) {
    if (node < 0 || inputs.get(node).size() <= index) {
      return -1;
    }
    int from = inputs.get(node).get(index);
    return Arrays.asList(expected).contains(operations[from]) ? from : -1;
  }

  private void become(int node, String operation, int reads, Integer... removed) {
    operations[node] = operation;
    inputs.set(node, List.of(reads));
    for (int each : removed) {
      bypass(each);
    }
  }

  /** x * sigmoid(x). */
  void joinSilu(int sigmoid) {
    int product = onlyConsumer(sigmoid, "Mul");
    if (product >= 0 && inputs.get(sigmoid).size() == 1) {
      int x = inputs.get(sigmoid).get(0);
      if (inputs.get(product).contains(x)) {
        become(product, "Silu", x, sigmoid);
      }
    }
  }

  /** 0.5 x (1 + erf(x / sqrt 2)), with the factor 0.5 before or after the product. */
  void joinGelu(int erf) {
    int scaled = input(erf, 0, "Div", "Mul");
    int plusOne = onlyConsumer(erf, "Add");
    int product = plusOne < 0 ? -1 : onlyConsumer(plusOne, "Mul");
    if (scaled < 0 || product < 0 || inputs.get(scaled).isEmpty()) {
      return;
    }
    int x = inputs.get(scaled).get(0);
    List<Integer> factors = new ArrayList<>(inputs.get(product));
    factors.remove(Integer.valueOf(plusOne));
    if (factors.equals(List.of(x))) {
      int halved = onlyConsumer(product, "Mul");
      if (halved >= 0 && inputs.get(halved).size() == 1) {
        become(halved, "Gelu", x, scaled, erf, plusOne, product);
      } else {
        become(product, "Gelu", x, scaled, erf, plusOne);
      }
    } else if (factors.size() == 1 && inputs.get(factors.get(0)).equals(List.of(x))) {
      become(product, "Gelu", x, scaled, erf, plusOne, factors.get(0));
    }
  }

  /** (x - mean x) / sqrt(mean (x - mean x)^2 + epsilon), then scale and shift where they follow. */
  void joinLayerNorm(int root) {
    int shifted = input(root, 0, "Add");
    int variance = input(shifted, 0, "ReduceMean");
    int square = input(variance, 0, "Pow", "Mul");
    int centred = input(square, 0, "Sub");
    int mean = input(centred, 1, "ReduceMean");
    int quotient = onlyConsumer(root, "Div");
    if (mean < 0 || quotient < 0 || input(quotient, 0, "Sub") != centred) {
      return;
    }
    int x = inputs.get(centred).get(0);
    if (!inputs.get(mean).equals(List.of(x))) {
      return;
    }
    List<Integer> removed = new ArrayList<>(List.of(mean, centred, square, variance, shifted));
    removed.add(root);
    int last = quotient;
    for (String affine : List.of("Mul", "Add")) {
      int next = onlyConsumer(last, affine);
      if (next >= 0 && inputs.get(next).size() == 1) {
        removed.add(last);
        last = next;
      }
    }
    become(last, "LayerNormalization", x, removed.toArray(Integer[]::new));
  }
}
