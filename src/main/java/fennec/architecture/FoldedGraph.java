package fennec.architecture;

import java.util.List;

/**
 * A graph with some of its blocks folded: what is drawn.
 *
 * @param name name of the network
 * @param items parts that stand for themselves, every producer before its consumers
 * @param edges tensors between them
 */
public record FoldedGraph(String name, List<FoldedItem> items, List<FoldedEdge> edges) {

  /** Copies the lists. */
  public FoldedGraph {
    items = List.copyOf(items);
    edges = List.copyOf(edges);
  }
}
