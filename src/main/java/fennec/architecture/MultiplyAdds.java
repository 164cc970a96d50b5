package fennec.architecture;

import java.util.List;
import java.util.Optional;

/** Multiply-adds of one node of a graph with shapes; see {@link GraphCost} for the formulas. */
final class MultiplyAdds {

  private MultiplyAdds() {}

  /** The number; 0 for an operation that does none, -1 where it does not follow. */
  static long of(ArchitectureGraph graph, GraphNode node) {
    Operands operands = operands(graph, node);
    try {
      return count(operands, node);
    } catch (Operands.Unknown | ArithmeticException | IndexOutOfBoundsException e) {
      return -1;
    }
  }

  private static long count(Operands o, GraphNode node) throws Operands.Unknown {
    return switch (node.operation()) {
      case "Conv", "ConvInteger" -> perChannel(output(node), o.get(1).shape(), 0);
      case "QLinearConv" -> perChannel(output(node), o.get(3).shape(), 0);
      case "ConvTranspose" -> perChannel(o.get(0).shape(), o.get(1).shape(), 0);
      case "Gemm" -> times(output(node), o.get(0).size(o.integer("transA", 0) == 0 ? 1 : 0));
      case "MatMul", "MatMulInteger", "QLinearMatMul" -> times(output(node), o.get(0).size(-1));
      case "Einsum" -> einsum(o, node);
      case "LSTM", "GRU", "RNN" -> recurrent(o);
      case "Attention" -> attention(o);
      default -> 0;
    };
  }

  private static TensorShape output(GraphNode node) throws Operands.Unknown {
    return node.outputs().stream().findFirst().flatMap(o -> o).orElseThrow(Operands.Unknown::new);
  }

  private static long elements(TensorShape shape) throws Operands.Unknown {
    long elements = shape.elements();
    if (elements < 0) {
      throw new Operands.Unknown();
    }
    return elements;
  }

  private static long times(TensorShape shape, long factor) throws Operands.Unknown {
    if (factor < 0) {
      throw new Operands.Unknown();
    }
    return Math.multiplyExact(elements(shape), factor);
  }

  private static long perChannel(TensorShape positions, TensorShape weight, int axis)
      throws Operands.Unknown {
    return times(positions, elements(weight) / weight.dimensions().get(axis));
  }

  private static long einsum(Operands o, GraphNode node) throws Operands.Unknown {
    if (o.inputs().size() != 2) {
      return o.inputs().size() == 1 ? 0 : -1;
    }
    String equation = node.attributes().getOrDefault("equation", "").replace(" ", "");
    long product = 1;
    for (long size : MatrixShapes.labels(o, equation.split("->", -1)[0]).values()) {
      if (size < 0) {
        throw new Operands.Unknown();
      }
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  private static long recurrent(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    return times(
        TensorShape.of(in.get(0), in.get(1)),
        Math.addExact(elements(o.get(1).shape()), elements(o.get(2).shape())));
  }

  private static long attention(Operands o) throws Operands.Unknown {
    List<Long> query = o.dimensions(0);
    List<Long> key = o.dimensions(1);
    List<Long> value = o.dimensions(2);
    if (query.size() != 4 || key.size() != 4 || value.size() != 4) {
      throw new Operands.Unknown();
    }
    return times(
        TensorShape.of(query.get(0), query.get(1), query.get(2), key.get(2)),
        Math.addExact(query.get(3), value.get(3)));
  }

  private static Operands operands(ArchitectureGraph graph, GraphNode node) {
    return Operands.of(
        graph,
        node,
        edge -> {
          List<Optional<TensorShape>> outputs = graph.node(edge.from()).outputs();
          Optional<TensorShape> made =
              edge.output() < outputs.size() ? outputs.get(edge.output()) : Optional.empty();
          return made.or(edge::shape).map(Tensor::of);
        });
  }
}
