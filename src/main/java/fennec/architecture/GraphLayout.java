package fennec.architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of a folded graph are drawn, in pixels at 100 %; x to the right, y down.
 *
 * @param graph what is drawn
 * @param boxes box of every part by id, in the order of the graph's parts
 * @param routes line of every edge, in the order of the graph's edges
 * @param width of the whole
 * @param height of the whole
 */
public record GraphLayout(
    FoldedGraph graph, Map<String, Box> boxes, List<Route> routes, double width, double height) {

  /** Copies the collections; the order of {@code boxes} stays. */
  public GraphLayout {
    boxes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(boxes));
    routes = List.copyOf(routes);
  }

  /**
   * A part's box.
   *
   * @param x left edge
   * @param y upper edge
   * @param width at least wide enough for the text
   * @param height header and lines
   * @param face what stands on it
   */
  public record Box(double x, double y, double width, double height, NodeFace face) {}

  /** A point. */
  public record Point(double x, double y) {}

  /**
   * An edge's line.
   *
   * @param from {@link FoldedItem#id} of the producer
   * @param to {@link FoldedItem#id} of the consumer
   * @param shape its sizes, where known
   * @param points corners from the producer's box to the consumer's
   * @param rail whether it runs along the side because it spans many layers
   */
  public record Route(
      String from, String to, Optional<TensorShape> shape, List<Point> points, boolean rail) {

    /** Copies the points. */
    public Route {
      points = List.copyOf(points);
    }
  }
}
