package fennec.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Convolutions, pooling, padding, resizing: operations along the axes behind the channels. */
final class SpatialShapes {

  private SpatialShapes() {}

  static void addTo(Map<String, ShapeRule> rules) {
    rules.put("Conv", o -> List.of(convolution(o, 1)));
    rules.put("ConvInteger", o -> List.of(convolution(o, 1)));
    rules.put("QLinearConv", o -> List.of(convolution(o, 3)));
    rules.put("ConvTranspose", o -> List.of(transposed(o)));
    rules.put("MaxPool", SpatialShapes::maxPool);
    rules.put("AveragePool", o -> List.of(pool(o)));
    rules.put("LpPool", o -> List.of(pool(o)));
    for (String kind : List.of("Average", "Max", "Lp")) {
      rules.put("Global" + kind + "Pool", o -> List.of(global(o)));
    }
    rules.put("Pad", o -> List.of(pad(o)));
    rules.put("Resize", o -> List.of(resize(o, 2, 3)));
    rules.put("Upsample", o -> List.of(resize(o, 1, 9)));
    rules.put("DepthToSpace", o -> List.of(blocks(o, true)));
    rules.put("SpaceToDepth", o -> List.of(blocks(o, false)));
  }

  private static Tensor convolution(Operands o, int weight) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    List<Long> w = o.dimensions(weight);
    return Tensor.of(windowed(o, in, w.get(0), w.subList(2, w.size())));
  }

  private static List<Tensor> maxPool(Operands o) throws Operands.Unknown {
    Tensor pooled = pool(o);
    return o.node().outputs().size() > 1 ? List.of(pooled, pooled) : List.of(pooled);
  }

  private static Tensor pool(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    return Tensor.of(windowed(o, in, in.get(1), o.node().integers("kernel_shape")));
  }

  private static List<Long> windowed(Operands o, List<Long> in, long channels, List<Long> kernel)
      throws Operands.Unknown {
    int axes = in.size() - 2;
    if (axes < 1 || kernel.size() != axes) {
      throw new Operands.Unknown();
    }
    List<Long> strides = orAll(o.node().integers("strides"), axes, 1);
    List<Long> dilations = orAll(o.node().integers("dilations"), axes, 1);
    List<Long> pads = orAll(o.node().integers("pads"), 2 * axes, 0);
    String auto = o.node().attributes().getOrDefault("auto_pad", "NOTSET");
    boolean ceil = o.integer("ceil_mode", 0) != 0;
    List<Long> out = new ArrayList<>(List.of(in.get(0), channels));
    for (int i = 0; i < axes; i++) {
      long size = in.get(i + 2);
      long stride = strides.get(i);
      long window = dilations.get(i) * (kernel.get(i) - 1) + 1;
      if (size < 0) {
        out.add(-1L);
      } else if (auto.startsWith("SAME")) {
        out.add((size + stride - 1) / stride);
      } else {
        long before = auto.equals("VALID") ? 0 : pads.get(i);
        long free = size + before + (auto.equals("VALID") ? 0 : pads.get(i + axes)) - window;
        out.add(steps(free, stride, ceil, size + before));
      }
    }
    return out;
  }

  /** Number of windows; with rounding up, a window that would begin in the end padding is left. */
  private static long steps(long free, long stride, boolean ceil, long end)
      throws Operands.Unknown {
    if (free < 0) {
      throw new Operands.Unknown();
    }
    long steps = (ceil ? (free + stride - 1) / stride : free / stride) + 1;
    return ceil && (steps - 1) * stride >= end ? steps - 1 : steps;
  }

  private static List<Long> orAll(List<Long> given, int count, long otherwise)
      throws Operands.Unknown {
    if (given.isEmpty()) {
      return Collections.nCopies(count, otherwise);
    }
    if (given.size() != count) {
      throw new Operands.Unknown();
    }
    return given;
  }

  private static Tensor transposed(Operands o) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    List<Long> w = o.dimensions(1);
    int axes = in.size() - 2;
    List<Long> strides = orAll(o.node().integers("strides"), axes, 1);
    List<Long> dilations = orAll(o.node().integers("dilations"), axes, 1);
    List<Long> pads = orAll(o.node().integers("pads"), 2 * axes, 0);
    List<Long> extra = orAll(o.node().integers("output_padding"), axes, 0);
    List<Long> fixed = o.node().integers("output_shape");
    boolean same = o.node().attributes().getOrDefault("auto_pad", "NOTSET").startsWith("SAME");
    List<Long> out =
        new ArrayList<>(List.of(in.get(0), Math.multiplyExact(w.get(1), o.integer("group", 1))));
    for (int i = 0; i < axes; i++) {
      long size = in.get(i + 2);
      if (!fixed.isEmpty()) {
        out.add(fixed.get(fixed.size() - axes + i));
      } else if (size < 0) {
        out.add(-1L);
      } else if (same) {
        out.add(size * strides.get(i));
      } else {
        long window = dilations.get(i) * (w.get(i + 2) - 1) + 1;
        out.add(
            (size - 1) * strides.get(i) + extra.get(i) + window - pads.get(i) - pads.get(i + axes));
      }
    }
    return Tensor.of(out);
  }

  private static Tensor global(Operands o) throws Operands.Unknown {
    List<Long> out = new ArrayList<>(o.dimensions(0));
    Collections.fill(out.subList(2, out.size()), 1L);
    return Tensor.of(out);
  }

  private static Tensor pad(Operands o) throws Operands.Unknown {
    List<Long> out = new ArrayList<>(o.dimensions(0));
    if (o.find(1).isPresent() && !o.get(1).hasValues()) {
      return LayoutShapes.ofRank(out.size());
    }
    List<Long> pads = o.integers("pads", 1).orElseThrow(Operands.Unknown::new);
    List<Integer> axes = new ArrayList<>();
    if (o.find(3).isPresent()) {
      for (long axis : o.integers(3)) {
        axes.add(Operands.axis(axis, out.size()));
      }
    } else {
      for (int i = 0; i < out.size(); i++) {
        axes.add(i);
      }
    }
    for (int i = 0; i < axes.size(); i++) {
      long size = out.get(axes.get(i));
      out.set(axes.get(i), size < 0 ? -1 : size + pads.get(i) + pads.get(i + axes.size()));
    }
    return Tensor.of(out);
  }

  private static Tensor resize(Operands o, int scalesAt, int sizesAt) throws Operands.Unknown {
    if (o.find(sizesAt).isPresent() && !o.get(sizesAt).hasValues()) {
      return LayoutShapes.ofRank(o.get(sizesAt).size(0));
    }
    List<Long> in = o.dimensions(0);
    if (o.find(sizesAt).isPresent() && !o.node().attributes().containsKey("axes")) {
      return Tensor.of(o.integers(sizesAt));
    }
    // opset 10 has the scales as input 1
    int at = o.find(scalesAt).isPresent() ? scalesAt : 1;
    Tensor scales = o.get(at);
    if (!scales.hasValues() || scales.values().size() != in.size()) {
      throw new Operands.Unknown();
    }
    List<Long> out = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      // scales are stored as 32-bit numbers: 2/3 of 12 must not become 7
      float exact = (float) (in.get(i) * scales.values().get(i));
      out.add(in.get(i) < 0 ? -1L : (long) Math.floor(exact));
    }
    return Tensor.of(out);
  }

  private static Tensor blocks(Operands o, boolean toSpace) throws Operands.Unknown {
    List<Long> in = o.dimensions(0);
    long block = o.integer("blocksize", 1);
    if (in.size() != 4 || !o.get(0).shape().known() || block < 1) {
      throw new Operands.Unknown();
    }
    return Tensor.of(
        toSpace
            ? List.of(in.get(0), in.get(1) / (block * block), in.get(2) * block, in.get(3) * block)
            : List.of(in.get(0), in.get(1) * block * block, in.get(2) / block, in.get(3) / block));
  }
}
