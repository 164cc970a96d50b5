package fennec.ui.architecture;

import fennec.architecture.FoldedEdge;
import fennec.architecture.FoldedItem;
import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A laid out graph with what finding things in it needs; made beside the window. Immutable. */
final class GraphSheet {

  private final GraphLayout layout;
  private final VisibleItems visible;
  private final Map<String, FoldedItem> items = new HashMap<>();
  private final Map<Integer, String> itemOf = new HashMap<>();
  private final Map<String, List<FoldedEdge>> incoming = new HashMap<>();
  private final Map<String, List<FoldedEdge>> outgoing = new HashMap<>();

  GraphSheet(GraphLayout layout) {
    this.layout = layout;
    this.visible = new VisibleItems(layout);
    for (FoldedItem item : layout.graph().items()) {
      items.put(item.id(), item);
      item.nodes().forEach(node -> itemOf.put(node.id(), item.id()));
      incoming.put(item.id(), new ArrayList<>());
      outgoing.put(item.id(), new ArrayList<>());
    }
    for (FoldedEdge edge : layout.graph().edges()) {
      outgoing.get(edge.from()).add(edge);
      incoming.get(edge.to()).add(edge);
    }
  }

  GraphLayout layout() {
    return layout;
  }

  VisibleItems visible() {
    return visible;
  }

  /** The part with this id, if it is seen. */
  Optional<FoldedItem> item(String id) {
    return Optional.ofNullable(items.get(id));
  }

  /** Box of a part that is seen. */
  Box box(String id) {
    return layout.boxes().get(id);
  }

  /** The part that stands for the operation. */
  Optional<String> itemOf(int node) {
    return Optional.ofNullable(itemOf.get(node));
  }

  List<FoldedEdge> incoming(String id) {
    return incoming.getOrDefault(id, List.of());
  }

  List<FoldedEdge> outgoing(String id) {
    return outgoing.getOrDefault(id, List.of());
  }

  /** Ids of all parts in the order of computation. */
  List<String> order() {
    return layout.graph().items().stream().map(FoldedItem::id).toList();
  }

  /** The first producer (-1) or consumer (1) of a part; the first part for an empty id. */
  Optional<String> along(String id, int direction) {
    if (id.isEmpty()) {
      return order().stream().findFirst();
    }
    return direction < 0
        ? incoming(id).stream().map(FoldedEdge::from).findFirst()
        : outgoing(id).stream().map(FoldedEdge::to).findFirst();
  }

  /** The part before (-1) or after (1) another in the order of computation. */
  Optional<String> inOrder(String id, int direction) {
    List<String> order = order();
    int next = order.indexOf(id) + direction;
    return next >= 0 && next < order.size() ? Optional.of(order.get(next)) : Optional.empty();
  }

  /** The part whose middle is nearest to the point. */
  Optional<FoldedItem> nearest(double x, double y) {
    return layout.graph().items().stream()
        .min(
            Comparator.comparingDouble(
                item -> {
                  Box box = box(item.id());
                  return Math.hypot(box.middleX() - x, box.middleY() - y);
                }));
  }

  /** Parts that lead to {@code from} and that {@code to} leads to, with both. */
  Set<String> path(String from, String to) {
    Set<String> path = reach(from, part -> sources(incoming(part)));
    path.addAll(reach(to, part -> targets(outgoing(part))));
    return path;
  }

  /** What stands on the box of a part, and the name of its operation. */
  String nameOf(String id) {
    String title = box(id).face().title();
    String name = item(id).flatMap(FoldedItem::node).map(GraphNode::name).orElse("");
    return name.isEmpty() ? title : title + "  " + name;
  }

  private static List<String> sources(List<FoldedEdge> edges) {
    return edges.stream().map(FoldedEdge::from).collect(Collectors.toList());
  }

  private static List<String> targets(List<FoldedEdge> edges) {
    return edges.stream().map(FoldedEdge::to).collect(Collectors.toList());
  }

  private static Set<String> reach(String start, Function<String, List<String>> step) {
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String next : step.apply(open.remove())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }
}
