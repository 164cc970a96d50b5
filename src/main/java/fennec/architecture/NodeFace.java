package fennec.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stands on the box of a part: a coloured header and a few lines below.
 *
 * @param title the operation, or the module with "× n"
 * @param lines key attributes, shortest form; at most four
 * @param kind gives the colour
 * @param foldable whether it can be unfolded
 */
public record NodeFace(String title, List<String> lines, OperationKind kind, boolean foldable) {

  private static final int LONGEST = 30;

  /** Copies the lines. */
  public NodeFace {
    lines = List.copyOf(lines);
  }

  /** The face of {@code item}. */
  public static NodeFace of(FoldedItem item) {
    if (item.node().isPresent()) {
      GraphNode node = item.node().get();
      boolean end = node.operation().equals("Input") || node.operation().equals("Output");
      List<String> lines = end ? List.of(shortened(node.name())) : attributes(node);
      return new NodeFace(node.operation(), lines, item.kind(), false);
    }
    List<String> lines = new ArrayList<>();
    FoldedItem block = item.repeats() > 1 ? item.children().get(0) : item;
    String each = item.repeats() > 1 ? " each" : "";
    lines.add(block.nodes().count() + " operations" + each);
    lines.add(mainOperations(block));
    if (item.parameters() > 0) {
      lines.add(count(item.parameters()) + " parameters" + (item.repeats() > 1 ? " in all" : ""));
    }
    String title = shortened(item.label());
    return new NodeFace(
        item.repeats() > 1 ? title + "  × " + item.repeats() : title, lines, item.kind(), true);
  }

  private static String mainOperations(FoldedItem block) {
    Map<String, Long> counts =
        block
            .nodes()
            .filter(n -> OperationKind.of(n) != OperationKind.SHAPE)
            .collect(
                Collectors.groupingBy(GraphNode::operation, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(3)
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  private static List<String> attributes(GraphNode node) {
    List<String> lines = new ArrayList<>();
    List<Long> kernel = node.integers("kernel_shape");
    if (!kernel.isEmpty()) {
      List<Long> strides = node.integers("strides");
      boolean stepped = strides.stream().anyMatch(s -> s > 1);
      lines.add("kernel " + times(kernel) + (stepped ? ", stride " + single(strides) : ""));
    }
    if (node.integers("dilations").stream().anyMatch(d -> d > 1)) {
      lines.add("dilation " + single(node.integers("dilations")));
    }
    String width = width(node);
    if (!width.isEmpty()) {
      lines.add(width);
    }
    if (node.integer("group", 1) > 1) {
      lines.add("groups " + node.integer("group", 1));
    }
    for (String name : List.of("axis", "axes", "perm", "equation")) {
      if (node.attributes().containsKey(name) && lines.size() < 4) {
        lines.add(shortened(name + " " + node.attributes().get(name)));
      }
    }
    return lines;
  }

  private static String width(GraphNode node) {
    var weight =
        node.weights().stream().filter(w -> w.shape().dimensions().size() >= 2).findFirst();
    if (weight.isEmpty()) {
      return "";
    }
    List<Long> sizes = weight.get().shape().dimensions();
    return switch (node.operation()) {
      case "Conv" -> sizes.get(1) * node.integer("group", 1) + " → " + sizes.get(0) + " channels";
      case "ConvTranspose" -> sizes.get(0) + " → " + sizes.get(1) + " channels";
      case "Gemm" ->
          node.integer("transB", 0) == 1
              ? sizes.get(1) + " → " + sizes.get(0)
              : sizes.get(0) + " → " + sizes.get(1);
      case "MatMul" -> sizes.get(sizes.size() - 2) + " → " + sizes.get(sizes.size() - 1);
      default -> "";
    };
  }

  private static String times(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  private static String single(List<Long> numbers) {
    return numbers.stream().distinct().count() == 1 ? numbers.get(0).toString() : times(numbers);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /** A count in at most four characters and a letter, for example {@code 7.1 M}. */
  static String count(long number) {
    if (number < 1000) {
      return Long.toString(number);
    }
    double shown = number;
    int unit = -1;
    while (shown >= 999.5) {
      shown /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, shown < 9.95 ? "%.1f %s" : "%.0f %s", shown, "kMGTPE".charAt(unit));
  }
}
