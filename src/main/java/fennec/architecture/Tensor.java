package fennec.architecture;

import java.util.List;

/**
 * What shape inference knows of a tensor.
 *
 * @param shape its sizes
 * @param values its numbers where it is small and they follow from constants and shapes; else empty
 */
record Tensor(TensorShape shape, List<Double> values) {

  /** Tensors of more numbers than this are not computed. */
  static final int MAX_VALUES = 1024;

  Tensor {
    values = List.copyOf(values);
  }

  static Tensor of(List<Long> sizes) {
    return new Tensor(new TensorShape(sizes), List.of());
  }

  static Tensor of(TensorShape shape) {
    return new Tensor(shape, List.of());
  }

  /** Whether the numbers are known; those of an empty tensor are. */
  boolean hasValues() {
    return shape.known() && values.size() == shape.elements();
  }

  /** The numbers as whole numbers. */
  List<Long> integers() {
    return values.stream().map(Double::longValue).toList();
  }

  int rank() {
    return shape.dimensions().size();
  }

  /** Size along {@code axis}, which counts from the end where it is negative. */
  long size(int axis) {
    return shape.dimensions().get(axis < 0 ? axis + rank() : axis);
  }
}
