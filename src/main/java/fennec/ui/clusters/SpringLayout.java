package fennec.ui.clusters;

import fennec.progress.Progress;
import fennec.ui.map.PlanarMap;
import java.util.Arrays;
import java.util.Random;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.SingleGraph;
import org.graphstream.ui.graphicGraph.GraphPosLengthUtils;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;

/**
 * Lays a network out by springs until it is at rest, for the worker; the same network and seed give
 * the same places. Cost: at most {@value #MOST_STEPS} steps of O(n log n).
 */
final class SpringLayout {

  private static final int MOST_STEPS = 700;
  private static final double REST = 0.985;
  private static final double WIDE = 1.6;

  private SpringLayout() {}

  /**
   * Places of {@code nodes} nodes tied by {@code network}.
   *
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  static PlanarMap of(int nodes, NeighbourNetwork network, long seed, Progress progress) {
    Graph graph = new SingleGraph("layout");
    SpringBox springs = new SpringBox(false, new Random(seed));
    springs.setQuality(1);
    graph.addSink(springs);
    springs.addAttributeSink(graph);
    for (int i = 0; i < nodes; i++) {
      graph.addNode(String.valueOf(i));
    }
    for (NeighbourNetwork.Link link : network.links()) {
      String from = String.valueOf(link.from());
      String to = String.valueOf(link.to());
      graph.addEdge(from + "-" + to, from, to).setAttribute("layout.weight", weight(link));
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      progress.checkCancelled();
      progress.step(step, MOST_STEPS, "springs");
      springs.compute();
      if (step > MOST_STEPS / 4 && springs.getStabilization() > REST) {
        break;
      }
    }
    double[][] places = new double[nodes][2];
    for (int i = 0; i < nodes; i++) {
      double[] at = GraphPosLengthUtils.nodePosition(graph.getNode(String.valueOf(i)));
      places[i] = Arrays.copyOf(at, 2);
    }
    return PlanarMap.of(calmed(places));
  }

  /** Springs are longer between architectures that are less alike. */
  private static double weight(NeighbourNetwork.Link link) {
    return 0.6 + 2 * (1 - Math.max(0, Math.min(1, link.similarity())));
  }

  /** Pulls far parts in, so that the middle is not drawn as a dot: radius to the power 1 / WIDE. */
  private static double[][] calmed(double[][] places) {
    double[] middle = new double[2];
    for (double[] each : places) {
      middle[0] += each[0] / places.length;
      middle[1] += each[1] / places.length;
    }
    return Arrays.stream(places)
        .map(
            each -> {
              double x = each[0] - middle[0];
              double y = each[1] - middle[1];
              double radius = Math.hypot(x, y);
              double pull = radius > 0 ? Math.pow(radius, 1 / WIDE) / radius : 0;
              return new double[] {x * pull, y * pull};
            })
        .toArray(double[][]::new);
  }
}
