package fennec.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A node with what is known of its inputs.
 *
 * @param node the node
 * @param inputs its inputs by position; empty where one is left out or not known
 */
record Operands(GraphNode node, List<Optional<Tensor>> inputs) {

  /**
   * Inputs of {@code node}: its weights, and the tensors that {@code tensors} knows of its edges.
   */
  static Operands of(
      ArchitectureGraph graph, GraphNode node, Function<DataEdge, Optional<Tensor>> tensors) {
    List<DataEdge> edges = graph.incoming(node);
    int count = 0;
    for (DataEdge edge : edges) {
      count = Math.max(count, edge.input() + 1);
    }
    for (Weight weight : node.weights()) {
      count = Math.max(count, weight.input() + 1);
    }
    List<Optional<Tensor>> inputs = new ArrayList<>(Collections.nCopies(count, Optional.empty()));
    for (DataEdge edge : edges) {
      inputs.set(edge.input(), tensors.apply(edge));
    }
    for (Weight weight : node.weights()) {
      inputs.set(weight.input(), Optional.of(new Tensor(weight.shape(), weight.values())));
    }
    return new Operands(node, inputs);
  }

  /** The input at {@code position}; a rule that needs what is not known gives up by this. */
  Tensor get(int position) throws Unknown {
    return find(position).orElseThrow(Unknown::new);
  }

  Optional<Tensor> find(int position) {
    return position < inputs.size() ? inputs.get(position) : Optional.empty();
  }

  List<Long> dimensions(int position) throws Unknown {
    return get(position).shape().dimensions();
  }

  /** Whole numbers of an input that must be constant. */
  List<Long> integers(int position) throws Unknown {
    Tensor tensor = get(position);
    if (!tensor.hasValues()) {
      throw new Unknown();
    }
    return tensor.integers();
  }

  /**
   * Whole numbers that stand in an attribute in older opsets and in an input in newer ones; empty
   * if in neither.
   */
  Optional<List<Long>> integers(String attribute, int position) throws Unknown {
    if (node.attributes().containsKey(attribute)) {
      return Optional.of(node.integers(attribute));
    }
    return find(position).isPresent() ? Optional.of(integers(position)) : Optional.empty();
  }

  long integer(String attribute, long otherwise) {
    return node.integer(attribute, otherwise);
  }

  /** An axis in [0, {@code rank}); a negative one counts from the end. */
  static int axis(long axis, int rank) throws Unknown {
    long counted = axis < 0 ? axis + rank : axis;
    if (counted < 0 || counted >= rank) {
      throw new Unknown();
    }
    return (int) counted;
  }

  /** A shape does not follow from what is known. */
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super("not known", null, false, false);
    }
  }
}
