package fennec.architecture;

import fennec.architecture.GraphLayout.Point;
import fennec.architecture.GraphLayout.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the shapes of tensors may stand beside their lines. Cost: linear in the lines. */
public final class ShapePlaces {

  /** From a line that runs to the right to the base line of a text above. */
  private static final double ABOVE = 5;

  /** How high letters stand above their base line, and how far below it they go. */
  private static final double ASCENT = 9;

  private static final double DESCENT = 1;

  private final FlowDirection direction;
  private final Map<String, List<Route>> linesAt = new HashMap<>();

  /** Places for the lines of {@code layout}. */
  public ShapePlaces(GraphLayout layout) {
    direction = layout.direction();
    for (Route route : layout.routes()) {
      linesAt.computeIfAbsent(route.from(), part -> new ArrayList<>()).add(route);
      linesAt.computeIfAbsent(route.to(), part -> new ArrayList<>()).add(route);
    }
  }

  /**
   * Left ends of base lines, the best first: at the start of {@code route}, on one side or the
   * other, or at its end. Places that this line, or another of the same two parts, runs through
   * come last.
   *
   * @param text width of the text
   * @param below from the start of a line that runs down, or from one that runs to the right, to
   *     the base line below
   */
  public List<Point> of(Route route, double text, double below) {
    Point start = route.points().get(0);
    Point end = route.points().get(route.points().size() - 1);
    Stream<Point> places =
        direction == FlowDirection.DOWN
            ? Stream.of(
                new Point(start.x() + 5, start.y() + below),
                new Point(start.x() - text - 5, start.y() + below),
                new Point(end.x() + 6, end.y() - below + 5),
                new Point(end.x() - text - 6, end.y() - below + 5))
            : Stream.of(
                new Point(start.x() + 6, start.y() - ABOVE),
                new Point(start.x() + 6, start.y() + below),
                new Point(end.x() - text - 9, end.y() - ABOVE),
                new Point(end.x() - text - 9, end.y() + below));
    return places
        .filter(place -> place.x() >= 0)
        .sorted(Comparator.comparing(place -> crossed(route, place, text)))
        .toList();
  }

  private boolean crossed(Route route, Point place, double text) {
    return Stream.of(route.from(), route.to())
        .flatMap(part -> linesAt.get(part).stream())
        .anyMatch(line -> meets(line, place, text));
  }

  private static boolean meets(Route line, Point place, double text) {
    for (int i = 1; i < line.points().size(); i++) {
      Point one = line.points().get(i - 1);
      Point other = line.points().get(i);
      if (Math.min(one.x(), other.x()) <= place.x() + text
          && Math.max(one.x(), other.x()) >= place.x()
          && Math.min(one.y(), other.y()) <= place.y() + DESCENT
          && Math.max(one.y(), other.y()) >= place.y() - ASCENT) {
        return true;
      }
    }
    return false;
  }
}
