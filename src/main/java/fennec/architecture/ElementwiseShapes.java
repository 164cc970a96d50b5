package fennec.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Operations whose output has the shape of an input, or of all inputs broadcast together. */
final class ElementwiseShapes {

  private static final List<String> SAME =
      List.of(
          "Relu",
          "Sigmoid",
          "Erf",
          "Tanh",
          "Sqrt",
          "Exp",
          "Log",
          "Neg",
          "Abs",
          "Clip",
          "LeakyRelu",
          "Elu",
          "Selu",
          "Celu",
          "HardSwish",
          "HardSigmoid",
          "Softplus",
          "Softsign",
          "Gelu",
          "Mish",
          "PRelu",
          "ThresholdedRelu",
          "Softmax",
          "LogSoftmax",
          "Hardmax",
          "InstanceNormalization",
          "LayerNormalization",
          "GroupNormalization",
          "RMSNormalization",
          "LpNormalization",
          "LRN",
          "Dropout",
          "Sin",
          "Cos",
          "Tan",
          "Floor",
          "Ceil",
          "Round",
          "Sign",
          "Not",
          "IsNaN",
          "IsInf",
          "ScatterND",
          "ScatterElements",
          "Scatter",
          "CumSum",
          "Trilu",
          "Reciprocal",
          "QuantizeLinear",
          "DequantizeLinear",
          "MeanVarianceNormalization",
          "Swish");

  private static final List<String> BROADCAST =
      List.of(
          "Pow",
          "Mod",
          "Max",
          "Min",
          "Mean",
          "Sum",
          "And",
          "Or",
          "Xor",
          "Equal",
          "Less",
          "Greater",
          "LessOrEqual",
          "GreaterOrEqual",
          "Where",
          "BitShift");

  private ElementwiseShapes() {}

  static void addTo(Map<String, ShapeRule> rules) {
    SAME.forEach(operation -> rules.put(operation, o -> List.of(Tensor.of(o.get(0).shape()))));
    List.of("Identity", "Cast", "CastLike")
        .forEach(operation -> rules.put(operation, o -> List.of(o.get(0))));
    BROADCAST.forEach(operation -> rules.put(operation, o -> List.of(broadcast(o))));
    rules.put("Add", o -> List.of(computed(o, Double::sum)));
    rules.put("Sub", o -> List.of(computed(o, (a, b) -> a - b)));
    rules.put("Mul", o -> List.of(computed(o, (a, b) -> a * b)));
    rules.put("Div", o -> List.of(computed(o, ElementwiseShapes::quotient)));
    rules.put("BatchNormalization", ElementwiseShapes::batchNorm);
    rules.put("If", ElementwiseShapes::branches);
  }

  /** Division of whole numbers drops the remainder; shapes are whole numbers. */
  private static double quotient(double a, double b) {
    boolean whole = a == Math.rint(a) && b == Math.rint(b) && b != 0;
    if (!whole) {
      return a / b;
    }
    long quotient = (long) a / (long) b;
    return quotient;
  }

  private static Tensor broadcast(Operands operands) throws Operands.Unknown {
    List<Long> sizes = operands.dimensions(0);
    for (int i = 1; i < operands.inputs().size(); i++) {
      sizes = broadcast(sizes, operands.dimensions(i));
    }
    return Tensor.of(sizes);
  }

  /** Sizes of two tensors that are matched from the last axis on, a size of 1 being repeated. */
  static List<Long> broadcast(List<Long> a, List<Long> b) throws Operands.Unknown {
    int rank = Math.max(a.size(), b.size());
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      int inA = i - (rank - a.size());
      int inB = i - (rank - b.size());
      sizes.add(one(inA < 0 ? 1 : a.get(inA), inB < 0 ? 1 : b.get(inB)));
    }
    return sizes;
  }

  private static long one(long x, long y) throws Operands.Unknown {
    if (x == y || y == 1) {
      return x;
    }
    if (x == 1 || x == -1) {
      return y;
    }
    if (y == -1) {
      return x;
    }
    throw new Operands.Unknown();
  }

  private static Tensor computed(Operands operands, DoubleBinaryOperator operator)
      throws Operands.Unknown {
    Tensor shape = broadcast(operands);
    Tensor a = operands.get(0);
    Tensor b = operands.get(1);
    long elements = shape.shape().elements();
    boolean simple =
        a.hasValues()
            && b.hasValues()
            && elements <= Tensor.MAX_VALUES
            && (a.values().size() == 1 || a.values().size() == elements)
            && (b.values().size() == 1 || b.values().size() == elements);
    if (!simple) {
      return shape;
    }
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < elements; i++) {
      values.add(
          operator.applyAsDouble(
              a.values().get(a.values().size() == 1 ? 0 : i),
              b.values().get(b.values().size() == 1 ? 0 : i)));
    }
    return new Tensor(shape.shape(), values);
  }

  /** In training mode the statistics, one per channel, come out as well. */
  private static List<Tensor> batchNorm(Operands operands) throws Operands.Unknown {
    Tensor in = Tensor.of(operands.get(0).shape());
    if (operands.integer("training_mode", 0) == 0) {
      return List.of(in);
    }
    Tensor statistic = Tensor.of(List.of(in.size(1)));
    return List.of(in, statistic, statistic);
  }

  /**
   * Outputs of both branches follow the condition among the inputs. Where the condition is known
   * its branch counts; otherwise sizes in which the branches differ are not known.
   */
  private static List<Tensor> branches(Operands operands) throws Operands.Unknown {
    int count = operands.node().outputs().size();
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Optional<Tensor> then = operands.find(1 + i);
      Optional<Tensor> otherwise = operands.find(1 + count + i);
      Optional<Tensor> condition = operands.find(0).filter(Tensor::hasValues);
      if (condition.isPresent()) {
        Optional<Tensor> taken = condition.get().values().get(0) != 0 ? then : otherwise;
        outputs.add(taken.orElseThrow(Operands.Unknown::new));
      } else {
        outputs.add(
            common(
                then.orElseThrow(Operands.Unknown::new),
                otherwise.orElseThrow(Operands.Unknown::new)));
      }
    }
    return outputs;
  }

  private static Tensor common(Tensor a, Tensor b) throws Operands.Unknown {
    if (a.rank() != b.rank()) {
      throw new Operands.Unknown();
    }
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < a.rank(); i++) {
      sizes.add(a.size(i) == b.size(i) ? a.size(i) : -1L);
    }
    return Tensor.of(sizes);
  }
}
