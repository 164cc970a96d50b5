package fennec.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Products of matrices, Einstein sums, recurrent layers, attention. */
final class MatrixShapes {

  private MatrixShapes() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Gemm", o -> List.of(gemm(o)));
    rules.put("MatMul", o -> List.of(product(o.dimensions(0), o.dimensions(1))));
    rules.put("MatMulInteger", o -> List.of(product(o.dimensions(0), o.dimensions(1))));
    rules.put("QLinearMatMul", o -> List.of(product(o.dimensions(0), o.dimensions(3))));
    rules.put("Einsum", o -> List.of(einsum(o)));
    rules.put("Attention", o -> List.of(attention(o)));
    for (String kind : List.of("LSTM", "GRU", "RNN")) {
      rules.put(kind, MatrixShapes::recurrent);
    }
  }

  private static Tensor gemm(Operands o) throws Operands.Unknown {
    List<Long> a = o.dimensions(0);
    List<Long> b = o.dimensions(1);
    long rows = a.get(o.integer("transA", 0) == 0 ? 0 : 1);
    long columns = b.get(o.integer("transB", 0) == 0 ? 1 : 0);
    return Tensor.of(List.of(rows, columns));
  }

  private static Tensor product(List<Long> a, List<Long> b) throws Operands.Unknown {
    List<Long> left = a.size() == 1 ? List.of(1L, a.get(0)) : a;
    List<Long> right = b.size() == 1 ? List.of(b.get(0), 1L) : b;
    List<Long> out =
        new ArrayList<>(
            ElementwiseShapes.broadcast(
                left.subList(0, left.size() - 2), right.subList(0, right.size() - 2)));
    if (a.size() > 1) {
      out.add(left.get(left.size() - 2));
    }
    if (b.size() > 1) {
      out.add(right.get(right.size() - 1));
    }
    return Tensor.of(out);
  }

  private static Tensor einsum(Operands o) throws Operands.Unknown {
    String equation = o.node().attributes().getOrDefault("equation", "").replace(" ", "");
    int arrow = equation.indexOf("->");
    if (arrow < 0) {
      throw new Operands.Unknown();
    }
    Map<Character, Long> sizes = labels(o, equation.substring(0, arrow));
    List<Long> out = new ArrayList<>();
    for (char label : equation.substring(arrow + 2).toCharArray()) {
      out.add(sizes.getOrDefault(label, -1L));
    }
    return Tensor.of(out);
  }

  /** Size of every letter on the left of an Einstein sum; an ellipsis is not followed. */
  static Map<Character, Long> labels(Operands o, String left) throws Operands.Unknown {
    String[] terms = left.split(",", -1);
    Map<Character, Long> sizes = new TreeMap<>();
    for (int i = 0; i < terms.length; i++) {
      List<Long> dimensions = o.dimensions(i);
      if (terms[i].length() != dimensions.size() || terms[i].indexOf('.') >= 0) {
        throw new Operands.Unknown();
      }
      for (int k = 0; k < terms[i].length(); k++) {
        sizes.merge(terms[i].charAt(k), dimensions.get(k), Math::max);
      }
    }
    return sizes;
  }

  private static Tensor attention(Operands o) throws Operands.Unknown {
    List<Long> out = new ArrayList<>(o.dimensions(0));
    List<Long> value = o.dimensions(2);
    if (out.size() != 4 || value.size() != 4) {
      throw new Operands.Unknown();
    }
    out.set(3, value.get(3));
    return Tensor.of(out);
  }

  private static List<Tensor> recurrent(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    List<Long> w = o.dimensions(1);
    long hidden = o.integer("hidden_size", -1);
    long directions = w.get(0);
    boolean batchFirst = o.integer("layout", 0) != 0;
    if (in.size() != 3 || batchFirst) {
      throw new Operands.Unknown();
    }
    Tensor state = Tensor.of(List.of(directions, in.get(1), hidden));
    return List.of(Tensor.of(List.of(in.get(0), directions, in.get(1), hidden)), state, state);
  }
}
