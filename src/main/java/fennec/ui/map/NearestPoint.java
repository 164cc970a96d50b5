package fennec.ui.map;

import java.util.function.IntPredicate;

/** Finds points: under the pointer, and the next one in a direction for the arrow keys. */
public final class NearestPoint {

  private NearestPoint() {}

  /**
   * The visible place nearest to (x, y) within {@code reach}, or -1; ties to the lower position.
   */
  public static int at(PlanarMap places, IntPredicate visible, double x, double y, double reach) {
    int best = -1;
    double least = reach;
    for (int i = 0; i < places.size(); i++) {
      double distance = Math.hypot(places.x()[i] - x, places.y()[i] - y);
      if (visible.test(i) && (distance < least || (best < 0 && distance == least))) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /**
   * The next visible place from {@code from} in the direction (dx, dy), or -1: of those within 45
   * degrees of it the one with the least distance, where distance to the side counts double.
   */
  public static int towards(
      PlanarMap places, IntPredicate visible, int from, double dx, double dy) {
    double length = Math.hypot(dx, dy);
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.size(); i++) {
      double x = places.x()[i] - places.x()[from];
      double y = places.y()[i] - places.y()[from];
      double along = (x * dx + y * dy) / length;
      double aside = Math.abs(x * dy - y * dx) / length;
      double cost = along + 2 * aside;
      if (i != from && visible.test(i) && along > 0 && aside <= along && cost < least) {
        least = cost;
        best = i;
      }
    }
    return best;
  }
}
