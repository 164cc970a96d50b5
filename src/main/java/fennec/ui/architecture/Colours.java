package fennec.ui.architecture;

import fennec.architecture.FoldedItem;
import fennec.architecture.GraphNode;
import fennec.architecture.OperationKind;
import fennec.io.GraphSvgWriter;
import fennec.ui.architecture.Colouring.Entry;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Colours the parts of a drawing. */
final class Colours {

  private static final String NOTHING = "#616b75";
  private static final List<String> RAMP =
      List.of("#d4e6f6", "#9cc6ea", "#5a9bd3", "#2f6fb3", "#133f73");

  private static final List<String> LEVELS = List.of("#a8452f", "#e6c56c", "#86c58f", "#2f7d5b");

  private Colours() {}

  /** The colours of {@code sheet} by {@code by}; {@code side} is of the second graph if any. */
  static Colouring of(
      GraphSheet sheet,
      OpenGraph graph,
      ColourBy by,
      Optional<ComparedSide> side,
      Optional<NodeMetric> metric) {
    return switch (by) {
      case FILE -> metric.map(m -> figures(sheet, m)).orElseGet(() -> kinds(sheet));
      case KIND -> kinds(sheet);
      case PARAMETERS -> numbers(sheet, graph::parameters);
      case MULTIPLY_ADDS -> numbers(sheet, graph::multiplyAdds);
      case DIFFERENCE -> side.map(s -> differences(sheet, s)).orElseGet(() -> kinds(sheet));
      case SUBTREES -> side.map(s -> subtrees(sheet, s)).orElseGet(() -> kinds(sheet));
    };
  }

  private static Colouring kinds(GraphSheet sheet) {
    Map<String, String> colours = new HashMap<>();
    Map<OperationKind, Long> counts = new HashMap<>();
    for (FoldedItem item : sheet.layout().graph().items()) {
      OperationKind kind = sheet.box(item.id()).face().kind();
      colours.put(item.id(), GraphSvgWriter.colour(kind));
      counts.merge(kind, 1L, Long::sum);
    }
    List<Entry> legend = new ArrayList<>();
    for (OperationKind kind : OperationKind.values()) {
      if (counts.containsKey(kind)) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        legend.add(
            new Entry(
                GraphSvgWriter.colour(kind),
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                counts.get(kind)));
      }
    }
    return new Colouring(colours, Map.of(), legend);
  }

  /** Five steps, equally wide in the logarithm, from the least to the most; none is grey. */
  private static Colouring numbers(GraphSheet sheet, ToLongFunction<FoldedItem> number) {
    List<FoldedItem> items = sheet.layout().graph().items();
    Map<String, Long> values = new HashMap<>();
    items.forEach(item -> values.put(item.id(), number.applyAsLong(item)));
    double least = values.values().stream().filter(v -> v > 0).mapToLong(v -> v).min().orElse(1);
    double most = values.values().stream().mapToLong(v -> v).max().orElse(1);
    double step = Math.log(Math.max(2, most / least)) / RAMP.size();
    Map<String, String> colours = new HashMap<>();
    long[] counts = new long[RAMP.size() + 1];
    values.forEach(
        (id, value) -> {
          int level =
              value <= 0
                  ? RAMP.size()
                  : Math.min(RAMP.size() - 1, (int) (Math.log(value / least) / step));
          counts[level]++;
          colours.put(id, level == RAMP.size() ? NOTHING : RAMP.get(level));
        });
    List<Entry> legend = new ArrayList<>();
    legend.add(new Entry(NOTHING, "none", counts[RAMP.size()]));
    for (int level = 0; level < RAMP.size(); level++) {
      if (counts[level] > 0) {
        double from = least * Math.exp(level * step);
        double to = level == RAMP.size() - 1 ? most : least * Math.exp((level + 1) * step);
        legend.add(
            new Entry(
                RAMP.get(level),
                Quantity.of(Math.round(from)) + " – " + Quantity.of(Math.round(to)),
                counts[level]));
      }
    }
    return new Colouring(colours, Map.of(), legend);
  }

  /** Five steps of equal width from the least figure to the greatest; without one grey. */
  private static Colouring figures(GraphSheet sheet, NodeMetric metric) {
    List<FoldedItem> items = sheet.layout().graph().items();
    DoubleSummaryStatistics range =
        items.stream()
            .mapToDouble(metric::of)
            .filter(value -> !Double.isNaN(value))
            .summaryStatistics();
    double step = (range.getMax() - range.getMin()) / RAMP.size();
    Map<String, String> colours = new HashMap<>();
    long[] counts = new long[RAMP.size() + 1];
    for (FoldedItem item : items) {
      double value = metric.of(item);
      int level = RAMP.size();
      if (!Double.isNaN(value)) {
        level = step > 0 ? (int) Math.min(4, (value - range.getMin()) / step) : RAMP.size() - 1;
      }
      counts[level]++;
      colours.put(item.id(), level == RAMP.size() ? NOTHING : RAMP.get(level));
    }
    List<Entry> legend = new ArrayList<>();
    legend.add(new Entry(NOTHING, "no " + metric.name(), counts[RAMP.size()]));
    for (int level = 0; level < RAMP.size(); level++) {
      if (counts[level] > 0) {
        double from = range.getMin() + level * step;
        double to = level == RAMP.size() - 1 ? range.getMax() : from + step;
        legend.add(
            new Entry(RAMP.get(level), metric.text(from) + " – " + metric.text(to), counts[level]));
      }
    }
    return new Colouring(colours, Map.of(), legend);
  }

  private static Colouring differences(GraphSheet sheet, ComparedSide side) {
    Map<String, String> colours = new HashMap<>();
    Map<String, String> marks = new HashMap<>();
    Map<Difference, Long> counts = new HashMap<>();
    for (FoldedItem item : sheet.layout().graph().items()) {
      Difference difference = side.difference(item);
      colours.put(item.id(), difference.colour());
      marks.put(item.id(), difference.sign());
      counts.merge(difference, 1L, Long::sum);
    }
    List<Entry> legend = new ArrayList<>();
    for (Difference each : Difference.values()) {
      legend.add(
          new Entry(
              each.colour(), each.sign() + " " + each.meaning(), counts.getOrDefault(each, 0L)));
    }
    return new Colouring(colours, marks, legend);
  }

  private static Colouring subtrees(GraphSheet sheet, ComparedSide side) {
    Map<String, String> colours = new HashMap<>();
    long[] counts = new long[LEVELS.size() + 1];
    for (FoldedItem item : sheet.layout().graph().items()) {
      int level =
          item.nodes()
              .map(GraphNode::id)
              .filter(side.levels()::containsKey)
              .mapToInt(side.levels()::get)
              .min()
              .orElse(LEVELS.size());
      counts[level]++;
      colours.put(item.id(), level == LEVELS.size() ? NOTHING : LEVELS.get(level));
    }
    return new Colouring(
        colours,
        Map.of(),
        List.of(
            new Entry(LEVELS.get(3), "operation and two levels of inputs in both", counts[3]),
            new Entry(LEVELS.get(2), "operation and its inputs in both", counts[2]),
            new Entry(LEVELS.get(1), "only the operation in both", counts[1]),
            new Entry(LEVELS.get(0), "operation only here", counts[0]),
            new Entry(
                NOTHING, "not looked at: changes no numbers, or part of another", counts[4])));
  }
}
