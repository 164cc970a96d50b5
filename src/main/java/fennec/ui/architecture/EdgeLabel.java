package fennec.ui.architecture;

import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Point;
import fennec.architecture.GraphLayout.Route;
import fennec.architecture.ShapePlaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The shape of a tensor beside its line.
 *
 * @param text sizes
 * @param x left end
 * @param y base line
 */
record EdgeLabel(String text, double x, double y) {

  static final double HEIGHT = 12;
  private static final double LETTER = 6.9;
  private static final double BELOW = 14;
  private static final int LOOKED_BACK = 40;

  double right() {
    return x + text.length() * LETTER;
  }

  private boolean overlaps(EdgeLabel other) {
    return x < other.right() && other.x < right() && Math.abs(y - other.y) < HEIGHT;
  }

  /**
   * Labels for the lines of {@code layout}, each once for every output of a box: at the start of
   * the line or, where something stands there, at its end; where all is taken, none.
   */
  static List<EdgeLabel> of(GraphLayout layout, VisibleItems boxes) {
    List<EdgeLabel> labels = new ArrayList<>();
    Deque<EdgeLabel> latest = new ArrayDeque<>();
    Set<String> done = new HashSet<>();
    ShapePlaces places = new ShapePlaces(layout);
    for (Route route : layout.routes()) {
      if (route.shape().isEmpty() || route.rail() || route.points().size() < 2) {
        continue;
      }
      String text = route.shape().get().toString();
      if (done.contains(route.from() + " " + text)) {
        continue;
      }
      for (Point place : places.of(route, text.length() * LETTER, BELOW)) {
        EdgeLabel label = new EdgeLabel(text, place.x(), place.y());
        boolean free =
            !boxes.taken(label.x(), label.y() - HEIGHT + 2, label.right(), label.y())
                && latest.stream().noneMatch(label::overlaps);
        if (free) {
          labels.add(label);
          latest.addLast(label);
          done.add(route.from() + " " + text);
          break;
        }
      }
      if (latest.size() > LOOKED_BACK) {
        latest.removeFirst();
      }
    }
    return labels;
  }
}
