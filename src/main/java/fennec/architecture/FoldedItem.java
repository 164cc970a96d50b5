package fennec.architecture;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a folded graph: one operation, a block of parts, or a block that repeats.
 *
 * @param id unique within the folding and the same in every run: {@code n12} for node 12, {@code
 *     b...} for a block, {@code r...} for repeated blocks
 * @param label what a drawing shows: the operation, the module, or the first and last module
 * @param repeats how many equal blocks stand in a row; 1 for a node and a single block
 * @param node the operation, for a part that is one
 * @param children the parts inside in topological order; for repeated blocks the blocks
 */
public record FoldedItem(
    String id, String label, int repeats, Optional<GraphNode> node, List<FoldedItem> children) {

  /** Copies the list. */
  public FoldedItem {
    children = List.copyOf(children);
  }

  /** Whether there is something inside. */
  public boolean foldable() {
    return !children.isEmpty();
  }

  /** All operations inside, every producer before its consumers. */
  public Stream<GraphNode> nodes() {
    return Stream.concat(node.stream(), children.stream().flatMap(FoldedItem::nodes));
  }

  /** Kind of the operation; for blocks the most telling kind inside. */
  public OperationKind kind() {
    if (node.isPresent()) {
      return OperationKind.of(node.get());
    }
    Map<OperationKind, Long> counts =
        nodes().collect(Collectors.groupingBy(OperationKind::of, Collectors.counting()));
    return Stream.of(OperationKind.ATTENTION, OperationKind.CONVOLUTION, OperationKind.LINEAR)
        .filter(counts::containsKey)
        .max(
            Comparator.comparingLong((OperationKind k) -> counts.get(k))
                .thenComparing(Comparator.reverseOrder()))
        .orElse(OperationKind.OTHER);
  }

  /** Number of trained parameters inside, each tensor once. */
  public long parameters() {
    return nodes()
        .flatMap(n -> n.weights().stream())
        .filter(Weight::parameter)
        .collect(Collectors.toMap(Weight::name, w -> Math.max(0, w.shape().elements()), Math::max))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
