package fennec.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations that pick parts of a tensor, and those that make tensors of sizes and counts. */
final class IndexShapes {

  private IndexShapes() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Slice", o -> List.of(slice(o)));
    rules.put("Gather", o -> List.of(gather(o)));
    rules.put("GatherElements", o -> List.of(Tensor.of(o.get(1).shape())));
    rules.put("GatherND", o -> List.of(gatherNd(o)));
    rules.put("Shape", o -> List.of(shape(o)));
    rules.put("Size", o -> List.of(size(o)));
    rules.put("ConstantOfShape", o -> List.of(Tensor.of(o.integers(0))));
    rules.put("Range", o -> List.of(range(o)));
    rules.put("TopK", IndexShapes::topK);
    rules.put("OneHot", o -> List.of(oneHot(o)));
  }

  private static Tensor slice(Operands o) throws Operands.Unknown {
    Tensor in = o.get(0);
    List<Long> starts = o.integers("starts", 1).orElseThrow(Operands.Unknown::new);
    List<Long> ends = o.integers("ends", 2).orElseThrow(Operands.Unknown::new);
    Optional<List<Long>> axes = o.integers("axes", 3);
    List<Long> out = new ArrayList<>(in.shape().dimensions());
    List<Double> values = in.values();
    for (int i = 0; i < starts.size(); i++) {
      int axis = Operands.axis(axes.isPresent() ? axes.get().get(i) : i, in.rank());
      long step = o.find(4).isPresent() ? o.integers(4).get(i) : 1;
      long size = in.size(axis);
      if (size < 0 || step == 0) {
        out.set(axis, -1L);
        continue;
      }
      long first = bounded(starts.get(i), size, step);
      long last = bounded(ends.get(i), size, step);
      long count =
          Math.max(
              0, step > 0 ? (last - first + step - 1) / step : (first - last - step - 1) / -step);
      out.set(axis, count);
      if (in.rank() == 1 && in.hasValues()) {
        List<Double> picked = new ArrayList<>();
        for (long k = 0; k < count; k++) {
          picked.add(in.values().get((int) (first + k * step)));
        }
        values = picked;
      }
    }
    return new Tensor(new TensorShape(out), in.rank() == 1 && in.hasValues() ? values : List.of());
  }

  /** A bound of a slice inside the axis; beyond it by one where the step goes down. */
  private static long bounded(long bound, long size, long step) {
    long counted = bound < 0 ? bound + size : bound;
    return step > 0
        ? Math.max(0, Math.min(size, counted))
        : Math.max(-1, Math.min(size - 1, counted));
  }

  private static Tensor gather(Operands o) throws Operands.Unknown {
    Tensor in = o.get(0);
    Tensor indices = o.get(1);
    int axis = Operands.axis(o.integer("axis", 0), in.rank());
    List<Long> out = new ArrayList<>(in.shape().dimensions().subList(0, axis));
    out.addAll(indices.shape().dimensions());
    out.addAll(in.shape().dimensions().subList(axis + 1, in.rank()));
    List<Double> values = new ArrayList<>();
    if (in.rank() == 1 && in.hasValues() && indices.hasValues()) {
      for (long index : indices.integers()) {
        values.add(in.values().get((int) (index < 0 ? index + in.size(0) : index)));
      }
    }
    return new Tensor(new TensorShape(out), values);
  }

  private static Tensor gatherNd(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    List<Long> indices = o.dimensions(1);
    int batch = (int) o.integer("batch_dims", 0);
    int depth = Math.toIntExact(indices.get(indices.size() - 1));
    List<Long> out = new ArrayList<>(indices.subList(0, indices.size() - 1));
    out.addAll(in.subList(batch + depth, in.size()));
    return Tensor.of(out);
  }

  private static Tensor shape(Operands o) throws Operands.Unknown {
    if (o.find(0).isEmpty()) {
      return Tensor.of(List.of(-1L));
    }
    List<Long> in = o.dimensions(0);
    int first = bound(o.integer("start", 0), in.size());
    int last = bound(o.integer("end", in.size()), in.size());
    List<Long> part = in.subList(first, Math.max(first, last));
    boolean known = part.stream().allMatch(d -> d >= 0);
    return new Tensor(
        TensorShape.of(part.size()),
        known ? part.stream().map(Long::doubleValue).toList() : List.of());
  }

  private static int bound(long given, int rank) {
    return (int) Math.max(0, Math.min(rank, given < 0 ? given + rank : given));
  }

  private static Tensor size(Operands o) throws Operands.Unknown {
    long elements = o.get(0).shape().elements();
    return new Tensor(TensorShape.of(), elements < 0 ? List.of() : List.of((double) elements));
  }

  private static Tensor range(Operands o) throws Operands.Unknown {
    Tensor start = o.get(0);
    Tensor limit = o.get(1);
    Tensor delta = o.get(2);
    if (!start.hasValues() || !limit.hasValues() || !delta.hasValues()) {
      return Tensor.of(List.of(-1L));
    }
    double first = start.values().get(0);
    double step = delta.values().get(0);
    long count = (long) Math.max(0, Math.ceil((limit.values().get(0) - first) / step));
    List<Double> values = new ArrayList<>();
    for (long i = 0; i < count && count <= Tensor.MAX_VALUES; i++) {
      values.add(first + i * step);
    }
    return new Tensor(TensorShape.of(count), values);
  }

  private static List<Tensor> topK(Operands o) throws Operands.Unknown {
    List<Long> out = new ArrayList<>(o.dimensions(0));
    int axis = Operands.axis(o.integer("axis", -1), out.size());
    out.set(axis, o.integers("k", 1).orElseThrow(Operands.Unknown::new).get(0));
    return List.of(Tensor.of(out), Tensor.of(out));
  }

  private static Tensor oneHot(Operands o) throws Operands.Unknown {
    List<Long> out = new ArrayList<>(o.dimensions(0));
    int axis = Operands.axis(o.integer("axis", -1), out.size() + 1);
    out.add(axis, o.integers(1).get(0));
    return Tensor.of(out);
  }
}
