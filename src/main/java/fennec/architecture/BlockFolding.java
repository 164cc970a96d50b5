package fennec.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The repeated blocks of a graph as a tree of parts, and the graph with any set of them unfolded.
 *
 * <p>Blocks are found by module path first: a module whose name holds a digit ({@code layer1.3},
 * {@code encoder_layer_0}) and that holds three operations or more is a block. Then the parts in a
 * row are compared by the Weisfeiler-Lehman hashes of their sub-graphs (operations with attributes,
 * without widths): the row that covers most, of any period, becomes one part "x n". Both go on
 * inside the blocks, so that blocks nest.
 *
 * <p>Every part is a stretch of one topological order of the part around it, so that every view is
 * acyclic. Modules whose operations cannot stand side by side (one that is called twice) are
 * dissolved.
 */
public final class BlockFolding {

  private final ArchitectureGraph graph;
  private final List<FoldedItem> roots;

  private BlockFolding(ArchitectureGraph graph, List<FoldedItem> roots) {
    this.graph = graph;
    this.roots = List.copyOf(roots);
  }

  /** Finds the blocks of {@code graph}. */
  public static BlockFolding of(ArchitectureGraph graph) {
    return new BlockFolding(graph, new BlockFinder(graph).roots());
  }

  /** The graph as it was. */
  public ArchitectureGraph graph() {
    return graph;
  }

  /** The outermost parts, every producer before its consumers. */
  public List<FoldedItem> roots() {
    return roots;
  }

  /** Ids of all parts with something inside. */
  public Set<String> blocks() {
    Set<String> ids = new TreeSet<>();
    collect(roots, ids);
    return ids;
  }

  private static void collect(List<FoldedItem> items, Set<String> ids) {
    for (FoldedItem item : items) {
      if (item.foldable()) {
        ids.add(item.id());
        collect(item.children(), ids);
      }
    }
  }

  /** Ids of the single blocks that are repeated blocks for the most part; open at first. */
  public Set<String> openAtFirst() {
    Set<String> open = new TreeSet<>();
    repeatedInside(roots, open);
    return open;
  }

  /** Number of nodes in repeated blocks that are seen when {@code open} is open. */
  private static long repeatedInside(List<FoldedItem> items, Set<String> open) {
    long repeated = 0;
    for (FoldedItem item : items) {
      if (item.repeats() > 1) {
        repeated += item.nodes().count();
      } else if (item.foldable()) {
        Set<String> inner = new TreeSet<>();
        long inside = repeatedInside(item.children(), inner);
        if (2 * inside >= item.nodes().count()) {
          open.add(item.id());
          open.addAll(inner);
          repeated += inside;
        }
      }
    }
    return repeated;
  }

  /** The graph with its repeated blocks folded. */
  public FoldedGraph folded() {
    return view(openAtFirst());
  }

  /** The graph with nothing folded. */
  public FoldedGraph unfolded() {
    return view(blocks());
  }

  /**
   * The graph with the parts in {@code open} unfolded; a part inside a folded one is not seen. Ids
   * that are not known are passed over.
   */
  public FoldedGraph view(Set<String> open) {
    List<FoldedItem> seen = new ArrayList<>();
    see(roots, open, seen);
    Map<Integer, String> itemOf = new HashMap<>();
    for (FoldedItem item : seen) {
      item.nodes().forEach(node -> itemOf.put(node.id(), item.id()));
    }
    Set<FoldedEdge> edges = new LinkedHashSet<>();
    for (DataEdge edge : graph.edges()) {
      String from = itemOf.get(edge.from());
      String to = itemOf.get(edge.to());
      if (!from.equals(to)) {
        edges.add(new FoldedEdge(from, to, edge.shape()));
      }
    }
    return new FoldedGraph(graph.name(), seen, List.copyOf(edges));
  }

  private static void see(List<FoldedItem> items, Set<String> open, List<FoldedItem> seen) {
    for (FoldedItem item : items) {
      if (item.foldable() && open.contains(item.id())) {
        see(item.children(), open, seen);
      } else {
        seen.add(item);
      }
    }
  }

  /** Ids of the parts around the node with this id, outermost first. */
  public List<String> around(int node) {
    List<String> path = new ArrayList<>();
    around(roots, node, path);
    return path;
  }

  private static boolean around(List<FoldedItem> items, int node, List<String> path) {
    for (FoldedItem item : items) {
      if (item.node().isPresent() && item.node().get().id() == node) {
        return true;
      }
      if (item.foldable()) {
        path.add(item.id());
        if (around(item.children(), node, path)) {
          return true;
        }
        path.remove(path.size() - 1);
      }
    }
    return false;
  }

  /**
   * Puts the graph together again from its parts.
   *
   * @throws IllegalStateException if the parts hold a node twice or lack one
   */
  public ArchitectureGraph unfold() {
    List<GraphNode> nodes = roots.stream().flatMap(FoldedItem::nodes).toList();
    Set<GraphNode> distinct = new HashSet<>(nodes);
    if (distinct.size() != nodes.size() || nodes.size() != graph.nodes().size()) {
      throw new IllegalStateException("the blocks of " + graph.name() + " are no partition");
    }
    return new ArchitectureGraph(graph.name(), graph.metadata(), nodes, graph.edges());
  }
}
