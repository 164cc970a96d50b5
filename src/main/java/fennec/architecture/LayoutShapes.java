package fennec.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Operations that arrange the same numbers anew or reduce axes. */
final class LayoutShapes {

  private LayoutShapes() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Reshape", o -> List.of(reshape(o)));
    rules.put("Flatten", o -> List.of(flatten(o)));
    rules.put("Transpose", o -> List.of(transpose(o)));
    rules.put("Squeeze", o -> List.of(squeeze(o)));
    rules.put("Unsqueeze", o -> List.of(unsqueeze(o)));
    rules.put("Concat", o -> List.of(concat(o)));
    rules.put("Split", LayoutShapes::split);
    rules.put("Expand", o -> List.of(expand(o)));
    rules.put("Tile", o -> List.of(tile(o)));
    for (String kind :
        List.of(
            "Mean", "Sum", "Max", "Min", "Prod", "L1", "L2", "LogSum", "LogSumExp", "SumSquare")) {
      rules.put("Reduce" + kind, o -> List.of(reduce(o)));
    }
    rules.put("ArgMax", o -> List.of(arg(o)));
    rules.put("ArgMin", o -> List.of(arg(o)));
  }

  private static Tensor reshape(Operands o) throws Operands.Unknown {
    Tensor wanted = o.node().attributes().containsKey("shape") ? null : o.get(1);
    if (wanted != null && !wanted.hasValues()) {
      return ofRank(wanted.size(0));
    }
    List<Long> target =
        new ArrayList<>(wanted == null ? o.node().integers("shape") : wanted.integers());
    boolean copies = o.integer("allowzero", 0) == 0 && target.contains(0L);
    if (o.find(0).isEmpty()) {
      target.replaceAll(size -> copies && size == 0 ? -1L : size);
      return Tensor.of(target);
    }
    return fitted(o.get(0), target, copies);
  }

  /** The target with copied sizes and the one left open, if it holds as many numbers. */
  private static Tensor fitted(Tensor in, List<Long> target, boolean copies)
      throws Operands.Unknown {
    long rest = 1;
    int open = target.indexOf(-1L);
    for (int i = 0; i < target.size(); i++) {
      if (copies && target.get(i) == 0) {
        target.set(i, in.size(i));
      }
      if (i != open && rest >= 0) {
        rest = target.get(i) < 0 ? -1 : Math.multiplyExact(rest, target.get(i));
      }
    }
    long elements = in.shape().elements();
    if (open >= 0 && elements >= 0 && rest > 0) {
      target.set(open, elements / rest);
    }
    TensorShape shape = new TensorShape(target);
    if (shape.known() && elements >= 0 && shape.elements() != elements) {
      throw new Operands.Unknown();
    }
    return new Tensor(shape, in.hasValues() ? in.values() : List.of());
  }

  /** A tensor of which only the number of axes is known. */
  static Tensor ofRank(long rank) throws Operands.Unknown {
    if (rank < 0 || rank > 64) {
      throw new Operands.Unknown();
    }
    return Tensor.of(Collections.nCopies((int) rank, -1L));
  }

  private static Tensor flatten(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    long given = o.integer("axis", 1);
    int axis = (int) (given < 0 ? given + in.size() : given);
    return Tensor.of(
        List.of(
            new TensorShape(in.subList(0, axis)).elements(),
            new TensorShape(in.subList(axis, in.size())).elements()));
  }

  private static Tensor transpose(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    List<Long> order = o.node().integers("perm");
    List<Long> out = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      out.add(in.get(order.isEmpty() ? in.size() - 1 - i : order.get(i).intValue()));
    }
    return Tensor.of(out);
  }

  private static SortedSet<Integer> axes(List<Long> given, int rank) throws Operands.Unknown {
    TreeSet<Integer> axes = new TreeSet<>();
    for (long axis : given) {
      axes.add(Operands.axis(axis, rank));
    }
    return axes;
  }

  private static Tensor squeeze(Operands o) throws Operands.Unknown {
    Tensor in = o.get(0);
    Optional<List<Long>> given = o.integers("axes", 1);
    if (given.isEmpty() && !in.shape().known()) {
      throw new Operands.Unknown();
    }
    SortedSet<Integer> axes = given.isEmpty() ? null : axes(given.get(), in.rank());
    List<Long> out = new ArrayList<>();
    for (int i = 0; i < in.rank(); i++) {
      if (axes == null ? in.size(i) != 1 : !axes.contains(i)) {
        out.add(in.size(i));
      }
    }
    return new Tensor(new TensorShape(out), in.values());
  }

  private static Tensor unsqueeze(Operands o) throws Operands.Unknown {
    Tensor in = o.get(0);
    List<Long> given = o.integers("axes", 1).orElseThrow(Operands.Unknown::new);
    List<Long> out = new ArrayList<>(in.shape().dimensions());
    for (int axis : axes(given, in.rank() + given.size())) {
      out.add(axis, 1L);
    }
    return new Tensor(new TensorShape(out), in.values());
  }

  private static Tensor concat(Operands o) throws Operands.Unknown {
    List<Long> out = new ArrayList<>(o.dimensions(0));
    int axis = Operands.axis(o.integer("axis", 1), out.size());
    List<Double> values = new ArrayList<>();
    boolean valued = out.size() == 1;
    long sum = 0;
    for (int i = 0; i < o.inputs().size(); i++) {
      Tensor in = o.get(i);
      for (int k = 0; k < out.size(); k++) {
        out.set(k, Math.max(out.get(k), in.size(k)));
      }
      long size = in.size(axis);
      sum = size < 0 || sum < 0 ? -1 : sum + size;
      valued &= in.hasValues();
      values.addAll(in.values());
    }
    out.set(axis, sum);
    boolean small = valued && values.size() <= Tensor.MAX_VALUES;
    return new Tensor(new TensorShape(out), small ? values : List.of());
  }

  private static List<Tensor> split(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    int axis = Operands.axis(o.integer("axis", 0), in.size());
    Optional<List<Long>> given = o.integers("split", 1);
    int parts =
        given.isPresent()
            ? given.get().size()
            : (int) o.integer("num_outputs", Math.max(1, o.node().outputs().size()));
    long size = in.get(axis);
    long equal = (size + parts - 1) / parts;
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      List<Long> out = new ArrayList<>(in);
      long rest = Math.min(equal, Math.max(0, size - i * equal));
      out.set(axis, given.isPresent() ? given.get().get(i) : size < 0 ? -1L : Long.valueOf(rest));
      outputs.add(Tensor.of(out));
    }
    return outputs;
  }

  private static Tensor expand(Operands o) throws Operands.Unknown {
    Tensor target = o.get(1);
    return target.hasValues()
        ? Tensor.of(ElementwiseShapes.broadcast(o.dimensions(0), target.integers()))
        : ofRank(Math.max(o.get(0).rank(), target.size(0)));
  }

  private static Tensor tile(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    List<Long> times = o.integers(1);
    List<Long> out = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      out.add(in.get(i) < 0 ? -1L : Math.multiplyExact(in.get(i), times.get(i)));
    }
    return Tensor.of(out);
  }

  private static Tensor reduce(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    List<Long> given = o.integers("axes", 1).orElse(List.of());
    if (given.isEmpty() && o.integer("noop_with_empty_axes", 0) != 0) {
      return o.get(0);
    }
    SortedSet<Integer> axes = axes(given, in.size());
    return reduced(in, axes, o.integer("keepdims", 1) != 0);
  }

  private static Tensor arg(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    int axis = Operands.axis(o.integer("axis", 0), in.size());
    return reduced(in, new TreeSet<>(Collections.singleton(axis)), o.integer("keepdims", 1) != 0);
  }

  private static Tensor reduced(List<Long> in, SortedSet<Integer> axes, boolean keep) {
    List<Long> out = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      boolean gone = axes.isEmpty() || axes.contains(i);
      if (!gone) {
        out.add(in.get(i));
      } else if (keep) {
        out.add(1L);
      }
    }
    return Tensor.of(out);
  }
}
