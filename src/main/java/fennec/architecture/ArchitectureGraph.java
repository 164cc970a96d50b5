package fennec.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jgrapht.graph.DirectedAcyclicGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * The dataflow of a network: a directed acyclic graph of operations and the tensors between them.
 * Immutable. Two tensors may flow between the same two nodes.
 */
public final class ArchitectureGraph {

  private final String name;
  private final SortedMap<String, String> metadata;
  private final List<GraphNode> nodes;
  private final List<DataEdge> edges;
  private final Map<Integer, GraphNode> byId = new HashMap<>();
  private final Map<Integer, List<DataEdge>> incoming = new HashMap<>();
  private final Map<Integer, List<DataEdge>> outgoing = new HashMap<>();

  /**
   * Builds the graph.
   *
   * @param name name of the network
   * @param metadata facts the file states, for example {@code family} or {@code input_size}
   * @param nodes operations with unique ids
   * @param edges tensors between them
   * @throws IllegalArgumentException if an id stands twice, an edge names a node that is not there,
   *     or the edges close a cycle; the message names the node
   */
  public ArchitectureGraph(
      String name, Map<String, String> metadata, List<GraphNode> nodes, List<DataEdge> edges) {
    this.name = name;
    this.metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    for (GraphNode node : nodes) {
      if (byId.put(node.id(), node) != null) {
        throw new IllegalArgumentException("two nodes have the id " + node.id());
      }
      incoming.put(node.id(), new ArrayList<>());
      outgoing.put(node.id(), new ArrayList<>());
    }
    this.nodes = inTopologicalOrder(nodes, edges);
    this.edges = List.copyOf(edges);
    for (DataEdge edge : this.edges) {
      outgoing.get(edge.from()).add(edge);
      incoming.get(edge.to()).add(edge);
    }
    incoming.replaceAll((id, list) -> sorted(list, IN_ORDER));
    outgoing.replaceAll((id, list) -> sorted(list, OUT_ORDER));
  }

  private static final Comparator<DataEdge> IN_ORDER =
      Comparator.comparingInt(DataEdge::input).thenComparingInt(DataEdge::from);
  private static final Comparator<DataEdge> OUT_ORDER =
      Comparator.comparingInt(DataEdge::output)
          .thenComparingInt(DataEdge::to)
          .thenComparingInt(DataEdge::input);

  private static List<DataEdge> sorted(List<DataEdge> list, Comparator<DataEdge> order) {
    return list.stream().sorted(order).toList();
  }

  private List<GraphNode> inTopologicalOrder(List<GraphNode> given, List<DataEdge> tensors) {
    DirectedAcyclicGraph<Integer, DataEdge> graph =
        new DirectedAcyclicGraph<>(null, null, false, true);
    given.forEach(node -> graph.addVertex(node.id()));
    for (DataEdge edge : tensors) {
      GraphNode from = byId.get(edge.from());
      GraphNode to = byId.get(edge.to());
      if (from == null || to == null) {
        throw new IllegalArgumentException(
            "an edge names node "
                + (from == null ? edge.from() : edge.to())
                + ", which is not there");
      }
      try {
        graph.addEdge(edge.from(), edge.to(), edge);
      } catch (IllegalArgumentException cycle) {
        throw new IllegalArgumentException(
            "the edge from '" + from.name() + "' to '" + to.name() + "' closes a cycle", cycle);
      }
    }
    List<GraphNode> order = new ArrayList<>();
    new TopologicalOrderIterator<>(graph, Comparator.<Integer>naturalOrder())
        .forEachRemaining(id -> order.add(byId.get(id)));
    return List.copyOf(order);
  }

  /** Name of the network. */
  public String name() {
    return name;
  }

  /** Facts the file states, sorted by name. */
  public SortedMap<String, String> metadata() {
    return metadata;
  }

  /** All nodes, every producer before its consumers; ties by id. */
  public List<GraphNode> nodes() {
    return nodes;
  }

  /** All edges, in the order given. */
  public List<DataEdge> edges() {
    return edges;
  }

  /**
   * The node with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public GraphNode node(int id) {
    GraphNode node = byId.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no node has the id " + id);
    }
    return node;
  }

  /** Tensors that flow into {@code node}, in the order of its inputs. */
  public List<DataEdge> incoming(GraphNode node) {
    return incoming.getOrDefault(node.id(), List.of());
  }

  /**
   * Tensors that flow out of {@code node}, in the order of its outputs, then of their consumers.
   */
  public List<DataEdge> outgoing(GraphNode node) {
    return outgoing.getOrDefault(node.id(), List.of());
  }
}
