package fennec.ui.clusters;

import fennec.architecture.Archi2Vec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.graphstream.algorithm.ConnectedComponents;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.SingleGraph;

/**
 * Each architecture tied to the k others whose vectors have the greatest cosine with its own; ties
 * by name. Immutable. Cost O(n^2 d).
 *
 * @param links pairs of positions, the lower first, in ascending order
 * @param parts number of parts that no link joins
 */
public record NeighbourNetwork(List<Link> links, int parts) {

  /**
   * A tie between two architectures.
   *
   * @param from position of the one
   * @param to position of the other, above {@code from}
   * @param similarity cosine of their vectors
   */
  public record Link(int from, int to, double similarity) {}

  /** Copies the list. */
  public NeighbourNetwork {
    links = List.copyOf(links);
  }

  /** Links every architecture to its {@code k} nearest. */
  public static NeighbourNetwork of(List<ZooArchitecture> zoo, int k) {
    TreeMap<Long, Link> links = new TreeMap<>();
    int n = zoo.size();
    for (int i = 0; i < n; i++) {
      int self = i;
      double[] cosine =
          IntStream.range(0, n)
              .mapToDouble(j -> Archi2Vec.cosine(zoo.get(self).vector(), zoo.get(j).vector()))
              .toArray();
      IntStream.range(0, n)
          .filter(j -> j != self)
          .boxed()
          .sorted(
              Comparator.comparingDouble((Integer j) -> -Math.rint(cosine[j] * 1e6))
                  .thenComparing(j -> zoo.get(j).name()))
          .limit(k)
          .forEach(
              j -> {
                int low = Math.min(self, j);
                int high = Math.max(self, j);
                links.put((long) low * n + high, new Link(low, high, cosine[j]));
              });
    }
    List<Link> list = new ArrayList<>(links.values());
    return new NeighbourNetwork(list, parts(n, list));
  }

  private static int parts(int nodes, List<Link> links) {
    Graph graph = new SingleGraph("parts");
    IntStream.range(0, nodes).forEach(i -> graph.addNode(String.valueOf(i)));
    for (Link link : links) {
      String from = String.valueOf(link.from());
      String to = String.valueOf(link.to());
      graph.addEdge(from + "-" + to, from, to);
    }
    ConnectedComponents components = new ConnectedComponents();
    components.init(graph);
    components.compute();
    return components.getConnectedComponentsCount();
  }
}
