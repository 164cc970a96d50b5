package fennec.architecture;

import java.util.List;

/**
 * A constant tensor that a node takes as input.
 *
 * @param name its name in the file
 * @param shape its sizes
 * @param parameter whether it counts as a trained parameter (a constant or a running statistic does
 *     not)
 * @param input position among the node's inputs
 * @param values the numbers of a small constant such as the target of a Reshape, in row-major
 *     order; empty where they were not kept. Whole numbers beyond 2^53 are rounded
 */
public record Weight(
    String name, TensorShape shape, boolean parameter, int input, List<Double> values) {

  /** Copies the values. */
  public Weight {
    values = List.copyOf(values);
  }

  /** A weight whose numbers were not kept. */
  public Weight(String name, TensorShape shape, boolean parameter, int input) {
    this(name, shape, parameter, input, List.of());
  }

  /** Whether {@link #values} holds every number of the tensor. */
  public boolean hasValues() {
    return values.size() == shape.elements();
  }
}
