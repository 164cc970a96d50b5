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
 * @param direction where the data flows to
 */
public record GraphLayout(
    FoldedGraph graph,
    Map<String, Box> boxes,
    List<Route> routes,
    double width,
    double height,
    FlowDirection direction) {

  /** Copies the collections; the order of {@code boxes} stays. */
  public GraphLayout {
    boxes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(boxes));
    routes = List.copyOf(routes);
  }

  /** Length of the whole along the flow. */
  public double length() {
    return direction.along(width, height);
  }

  /** Breadth of the whole across the flow. */
  public double breadth() {
    return direction.across(width, height);
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
  public record Box(double x, double y, double width, double height, NodeFace face) {

    /** Middle across the page. */
    public double middleX() {
      return x + width / 2;
    }

    /** Middle down the page. */
    public double middleY() {
      return y + height / 2;
    }
  }

  /** A point. */
  public record Point(double x, double y) {}

  /**
   * An edge's line.
   *
   * @param from {@link FoldedItem#id} of the producer
   * @param to {@link FoldedItem#id} of the consumer
   * @param shape its sizes, where known
   * @param points corners from the producer's box to the consumer's
   * @param rail whether it runs along the side, or below, because it spans many layers
   */
  public record Route(
      String from, String to, Optional<TensorShape> shape, List<Point> points, boolean rail) {

    private static final double ARROW = 7;

    /** Copies the points. */
    public Route {
      points = List.copyOf(points);
    }

    /** The arrow's tip and the two corners behind it; empty for a line without length. */
    public List<Point> arrow() {
      if (points.size() < 2) {
        return List.of();
      }
      Point tip = points.get(points.size() - 1);
      Point before = points.get(points.size() - 2);
      double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
      if (length == 0) {
        return List.of();
      }
      double dx = (tip.x() - before.x()) / length;
      double dy = (tip.y() - before.y()) / length;
      Point back = new Point(tip.x() - ARROW * dx, tip.y() - ARROW * dy);
      double half = ARROW / 2;
      return List.of(
          tip,
          new Point(back.x() - half * Math.abs(dy), back.y() - half * Math.abs(dx)),
          new Point(back.x() + half * Math.abs(dy), back.y() + half * Math.abs(dx)));
    }
  }
}
