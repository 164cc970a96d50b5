package fennec.architecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Depth of nodes in a directed acyclic graph. */
final class GraphLayers {

  private GraphLayers() {}

  /** Longest path from a source to each node, in edges, in the order of {@code graph.nodes()}. */
  static int[] longestPath(ArchitectureGraph graph) {
    Map<Integer, Integer> position = new HashMap<>();
    int[] layers = new int[graph.nodes().size()];
    for (GraphNode node : graph.nodes()) {
      int at = position.size();
      position.put(node.id(), at);
      for (DataEdge edge : graph.incoming(node)) {
        layers[at] = Math.max(layers[at], layers[position.get(edge.from())] + 1);
      }
    }
    return layers;
  }

  /**
   * Longest path from a source to each of {@code nodes}.
   *
   * @param nodes ids, every producer before its consumers
   * @param edges pairs of ids
   */
  static Map<String, Integer> longestPath(List<String> nodes, List<FoldedEdge> edges) {
    Map<String, List<FoldedEdge>> incoming = new HashMap<>();
    for (FoldedEdge edge : edges) {
      incoming.computeIfAbsent(edge.to(), k -> new java.util.ArrayList<>()).add(edge);
    }
    Map<String, Integer> layers = new HashMap<>();
    for (String node : nodes) {
      int layer = 0;
      for (FoldedEdge edge : incoming.getOrDefault(node, List.of())) {
        layer = Math.max(layer, layers.get(edge.from()) + 1);
      }
      layers.put(node, layer);
    }
    return layers;
  }
}
