package fennec.ui.architecture;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Operations whose type or name contains a text, in the order of computation, with a place among
 * them. Immutable.
 *
 * @param text what was searched for; empty if nothing
 * @param nodes ids of the operations found
 * @param at position among them; -1 before the first step
 */
record GraphSearch(String text, List<Integer> nodes, int at) {

  static final GraphSearch NOTHING = new GraphSearch("", List.of(), -1);

  /** Searches {@code graph} without regard to case. */
  static GraphSearch of(ArchitectureGraph graph, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return NOTHING;
    }
    return new GraphSearch(
        text.strip(),
        graph.nodes().stream().filter(n -> matches(n, wanted)).map(GraphNode::id).toList(),
        -1);
  }

  private static boolean matches(GraphNode node, String wanted) {
    return node.operation().toLowerCase(Locale.ROOT).contains(wanted)
        || node.name().toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** The next (1) or previous (-1) place, round the ends. */
  GraphSearch step(int direction) {
    if (nodes.isEmpty()) {
      return this;
    }
    int start = at < 0 && direction < 0 ? 0 : at;
    return new GraphSearch(text, nodes, Math.floorMod(start + direction, nodes.size()));
  }

  /** The operation at this place. */
  Optional<Integer> current() {
    return at < 0 ? Optional.empty() : Optional.of(nodes.get(at));
  }

  /** For example {@code 3 of 17}, {@code 17 found}, or {@code none}; empty without a search. */
  String count() {
    if (text.isEmpty()) {
      return "";
    }
    if (nodes.isEmpty()) {
      return "none";
    }
    return at < 0 ? nodes.size() + " found" : at + 1 + " of " + nodes.size();
  }
}
