package fennec.ui.architecture;

import fennec.architecture.FoldedItem;
import fennec.architecture.GraphComparison;
import fennec.architecture.GraphNode;
import fennec.architecture.SharedSubtrees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of two graphs, compared with the other.
 *
 * @param differences by operation, how it stands to the other graph
 * @param words by operation, what changed, for those that did
 * @param partner by operation, the one it is aligned with in the other graph
 * @param levels by operation, levels of its subtree that the other graph has too
 */
record ComparedSide(
    Map<Integer, Difference> differences,
    Map<Integer, String> words,
    Map<Integer, Integer> partner,
    Map<Integer, Integer> levels) {

  /** The first graph of {@code comparison}. */
  static ComparedSide first(GraphComparison comparison, SharedSubtrees shared) {
    return of(comparison, comparison.removed(), shared.first(), true);
  }

  /** The second graph of {@code comparison}. */
  static ComparedSide second(GraphComparison comparison, SharedSubtrees shared) {
    return of(comparison, comparison.added(), shared.second(), false);
  }

  private static ComparedSide of(
      GraphComparison comparison,
      List<GraphNode> alone,
      Map<Integer, Integer> levels,
      boolean first) {
    Map<Integer, Difference> differences = new HashMap<>();
    Map<Integer, String> words = new HashMap<>();
    Map<Integer, Integer> partner = new HashMap<>();
    for (boolean same : new boolean[] {true, false}) {
      for (GraphComparison.Pair pair : same ? comparison.same() : comparison.changed()) {
        int here = (first ? pair.first() : pair.second()).id();
        differences.put(here, same ? Difference.SAME : Difference.CHANGED);
        partner.put(here, (first ? pair.second() : pair.first()).id());
        if (!same) {
          words.put(here, pair.difference());
        }
      }
    }
    alone.forEach(node -> differences.put(node.id(), Difference.ONLY_HERE));
    return new ComparedSide(differences, words, partner, levels);
  }

  /** Of a part: what all its operations are, else changed. */
  Difference difference(FoldedItem item) {
    Set<Difference> kinds =
        item.nodes().map(node -> differences.get(node.id())).collect(Collectors.toSet());
    return kinds.size() == 1 ? kinds.iterator().next() : Difference.CHANGED;
  }
}
