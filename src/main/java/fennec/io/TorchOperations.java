package fennec.io;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names and attributes that ONNX gives to the operations of PyTorch. */
final class TorchOperations {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("_convolution", "Conv"),
          Map.entry("convolution", "Conv"),
          Map.entry("conv1d", "Conv"),
          Map.entry("conv2d", "Conv"),
          Map.entry("conv3d", "Conv"),
          Map.entry("batch_norm", "BatchNormalization"),
          Map.entry("layer_norm", "LayerNormalization"),
          Map.entry("group_norm", "GroupNormalization"),
          Map.entry("instance_norm", "InstanceNormalization"),
          Map.entry("linear", "MatMul"),
          Map.entry("matmul", "MatMul"),
          Map.entry("bmm", "MatMul"),
          Map.entry("mm", "MatMul"),
          Map.entry("cat", "Concat"),
          Map.entry("hardtanh", "Clip"),
          Map.entry("clamp", "Clip"),
          Map.entry("rsub", "Sub"),
          Map.entry("gt", "Greater"),
          Map.entry("lt", "Less"),
          Map.entry("mean", "ReduceMean"),
          Map.entry("sum", "ReduceSum"),
          Map.entry("view", "Reshape"),
          Map.entry("reshape", "Reshape"),
          Map.entry("permute", "Transpose"),
          Map.entry("transpose", "Transpose"),
          Map.entry("t", "Transpose"),
          Map.entry("select", "Gather"),
          Map.entry("index", "Gather"),
          Map.entry("embedding", "Gather"),
          Map.entry("chunk", "Split"),
          Map.entry("unbind", "Split"),
          Map.entry("silu", "Swish"),
          Map.entry("hardswish", "HardSwish"),
          Map.entry("hardsigmoid", "HardSigmoid"),
          Map.entry("leaky_relu", "LeakyRelu"),
          Map.entry("max_pool2d", "MaxPool"),
          Map.entry("avg_pool2d", "AveragePool"),
          Map.entry("adaptive_avg_pool2d", "GlobalAveragePool"),
          Map.entry("adaptive_max_pool2d", "GlobalMaxPool"),
          Map.entry("scaled_dot_product_attention", "Attention"),
          Map.entry("upsample_bilinear2d", "Resize"),
          Map.entry("upsample_nearest2d", "Resize"),
          Map.entry("interpolate", "Resize"));

  /** Operations that hand on their first operand or only ask about it. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "contiguous", "detach", "clone", "to", "dropout", "feature_dropout", "type_as", "alias");

  private TorchOperations() {}

  /** Whether the operation hands on its first operand. */
  static boolean isTransparent(String name) {
    return TRANSPARENT.contains(name.replaceFirst("_$", ""));
  }

  /** ONNX's name; the own one in camel case where ONNX has no other. */
  static String name(String torch, List<Object> arguments) {
    String plain = torch.replaceFirst("(?<=\\w)_$", "");
    if (plain.endsWith("convolution") && arguments.size() > 6 && arguments.get(6) == Boolean.TRUE) {
      return "ConvTranspose";
    }
    if (plain.startsWith("conv_transpose")) {
      return "ConvTranspose";
    }
    String known = NAMES.get(plain);
    if (known != null) {
      return known;
    }
    StringBuilder camel = new StringBuilder();
    for (String part : plain.split("_")) {
      if (!part.isEmpty()) {
        camel.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return camel.toString();
  }

  /** Attributes that the cost of an operation depends on. */
  static SortedMap<String, String> attributes(String operation, String torch, List<Object> a) {
    SortedMap<String, String> attributes = new TreeMap<>();
    switch (operation) {
      case "Conv" -> {
        spatial(attributes, a, 3, 5);
        put(attributes, "group", a, torch.endsWith("convolution") ? 8 : 6);
      }
      case "ConvTranspose" -> {
        boolean plain = torch.endsWith("convolution");
        spatial(attributes, a, 3, plain ? 5 : 7);
        put(attributes, "output_padding", a, plain ? 7 : 5);
        put(attributes, "group", a, plain ? 8 : 6);
      }
      case "MaxPool" -> {
        put(attributes, "kernel_shape", a, 1);
        spatial(attributes, a, 2, 4);
      }
      case "AveragePool" -> {
        put(attributes, "kernel_shape", a, 1);
        spatial(attributes, a, 2, 99);
      }
      case "Concat" -> put(attributes, "axis", a, 1);
      case "ReduceMean", "ReduceSum" -> {
        put(attributes, "axes", a, 1);
        attributes.put("keepdims", a.size() > 2 && a.get(2) == Boolean.TRUE ? "1" : "0");
      }
      case "Flatten" -> put(attributes, "axis", a, 1);
      case "Softmax" -> put(attributes, "axis", a, 1);
      default -> {}
    }
    return attributes;
  }

  private static void spatial(
      SortedMap<String, String> to, List<Object> a, int strides, int dilations) {
    put(to, "strides", a, strides);
    put(to, "pads", a, strides + 1);
    String pads = to.get("pads");
    if (pads != null) {
      to.put("pads", pads + "," + pads);
    }
    put(to, "dilations", a, dilations);
  }

  private static void put(SortedMap<String, String> to, String name, List<Object> a, int at) {
    Object value = at < a.size() ? a.get(at) : null;
    if (value instanceof Long number) {
      to.put(name, number.toString());
    } else if (value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(Long.class::isInstance)) {
      to.put(name, String.join(",", list.stream().map(String::valueOf).toList()));
    }
  }
}
