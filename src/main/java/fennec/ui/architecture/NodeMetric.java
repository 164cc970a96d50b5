package fennec.ui.architecture;

import fennec.architecture.FoldedItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Figures of operations from a file. Immutable.
 *
 * @param name what they are
 * @param values by name of the operation
 */
record NodeMetric(String name, Map<String, Double> values) {

  NodeMetric {
    values = Map.copyOf(values);
  }

  /** Sum over the operations of a part; NaN if none of them has a figure. */
  double of(FoldedItem part) {
    return of(List.of(part));
  }

  /** Sum over the operations of several parts; NaN if none of them has a figure. */
  double of(List<FoldedItem> parts) {
    return parts.stream()
        .flatMap(FoldedItem::nodes)
        .map(node -> values.get(node.name()))
        .filter(value -> value != null)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /** A figure for people, four digits. */
  String text(double value) {
    return Double.isNaN(value) ? "no figure" : String.format(Locale.ROOT, "%.4g", value);
  }
}
