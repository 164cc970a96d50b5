package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphLayout.Point;
import fennec.architecture.GraphLayout.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds boxes, lines and labels in a part of a drawing: all of them in bands along the flow. */
final class VisibleItems {

  private static final double BAND = 400;

  /**
   * Something with a place.
   *
   * @param value what it is
   * @param left edge
   * @param top edge
   * @param right edge
   * @param bottom edge
   */
  private record Placed<T>(T value, double left, double top, double right, double bottom) {

    boolean meets(double fromX, double fromY, double toX, double toY) {
      return left <= toX && right >= fromX && top <= toY && bottom >= fromY;
    }
  }

  /** Things by the bands they lie in. */
  private static final class Bands<T> {

    private final Map<Integer, List<Placed<T>>> bands = new HashMap<>();
    private final FlowDirection flow;
    private final double length;

    Bands(GraphLayout layout) {
      flow = layout.direction();
      length = layout.length() + BAND;
    }

    void add(Placed<T> placed) {
      for (int band = first(placed); band <= last(placed); band++) {
        bands.computeIfAbsent(band, b -> new ArrayList<>()).add(placed);
      }
    }

    void find(double fromX, double fromY, double toX, double toY, Consumer<T> visitor) {
      Set<T> visited = new HashSet<>();
      int end = band(Math.min(length, flow.along(toX, toY)));
      for (int band = band(Math.max(-BAND, flow.along(fromX, fromY))); band <= end; band++) {
        for (Placed<T> each : bands.getOrDefault(band, List.of())) {
          boolean once = first(each) == last(each);
          if (each.meets(fromX, fromY, toX, toY) && (once || visited.add(each.value()))) {
            visitor.accept(each.value());
          }
        }
      }
    }

    private int first(Placed<T> placed) {
      return band(flow.along(placed.left(), placed.top()));
    }

    private int last(Placed<T> placed) {
      return band(flow.along(placed.right(), placed.bottom()));
    }

    private static int band(double place) {
      return (int) Math.floor(place / BAND);
    }
  }

  private final Bands<String> boxes;
  private final Bands<Route> routes;
  private final Bands<EdgeLabel> labels;
  private final Map<String, Box> boxOf;

  VisibleItems(GraphLayout layout) {
    boxOf = layout.boxes();
    boxes = new Bands<>(layout);
    routes = new Bands<>(layout);
    labels = new Bands<>(layout);
    boxOf.forEach(
        (id, b) ->
            boxes.add(new Placed<>(id, b.x(), b.y(), b.x() + b.width() + 4, b.y() + b.height())));
    layout.routes().stream()
        .filter(route -> route.points().size() > 1)
        .forEach(route -> routes.add(placed(route)));
    EdgeLabel.of(layout, this)
        .forEach(
            l -> labels.add(new Placed<>(l, l.x(), l.y() - EdgeLabel.HEIGHT, l.right(), l.y())));
  }

  private static Placed<Route> placed(Route route) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double low = Double.NEGATIVE_INFINITY;
    for (Point point : route.points()) {
      left = Math.min(left, point.x());
      right = Math.max(right, point.x());
      top = Math.min(top, point.y());
      low = Math.max(low, point.y());
    }
    return new Placed<>(route, left, top, right, low);
  }

  /** Visits the boxes in the rectangle. */
  void boxes(double fromX, double fromY, double toX, double toY, Consumer<String> visitor) {
    boxes.find(fromX, fromY, toX, toY, visitor);
  }

  /** Visits the lines in the rectangle. */
  void routes(double fromX, double fromY, double toX, double toY, Consumer<Route> visitor) {
    routes.find(fromX, fromY, toX, toY, visitor);
  }

  /** Visits the shapes beside lines in the rectangle. */
  void labels(double fromX, double fromY, double toX, double toY, Consumer<EdgeLabel> visitor) {
    labels.find(fromX, fromY, toX, toY, visitor);
  }

  /** The box at the point. */
  Optional<String> boxAt(double x, double y) {
    String[] found = new String[1];
    boxes(
        x,
        y,
        x,
        y,
        id -> {
          if (boxOf.get(id).x() + boxOf.get(id).width() >= x) {
            found[0] = id;
          }
        });
    return Optional.ofNullable(found[0]);
  }

  /** The line nearest to the point, at most {@code reach} from it. */
  Optional<Route> lineAt(double x, double y, double reach) {
    Route[] found = new Route[1];
    double[] least = {reach};
    routes(
        x - reach,
        y - reach,
        x + reach,
        y + reach,
        route -> {
          for (int i = 1; i < route.points().size(); i++) {
            double away = away(route.points().get(i - 1), route.points().get(i), x, y);
            if (away < least[0]) {
              least[0] = away;
              found[0] = route;
            }
          }
        });
    return Optional.ofNullable(found[0]);
  }

  /** Distance of (x, y) from the straight line between two points. */
  private static double away(Point from, Point to, double x, double y) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : ((x - from.x()) * dx + (y - from.y()) * dy) / square;
    double part = Math.max(0, Math.min(1, along));
    return Math.hypot(from.x() + part * dx - x, from.y() + part * dy - y);
  }

  /** Whether a box or a label placed so far stands in the rectangle. */
  boolean taken(double fromX, double fromY, double toX, double toY) {
    boolean[] found = new boolean[1];
    boxes(fromX, fromY, toX, toY, id -> found[0] = true);
    return found[0];
  }
}
