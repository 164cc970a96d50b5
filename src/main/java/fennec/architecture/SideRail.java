package fennec.architecture;

import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphLayout.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lanes along a drawing, on its right or below it, for edges that span too much; each edge gets the
 * first lane that is free between its ends.
 */
final class SideRail {

  private static final double LANE = 10;

  /** How far from the corner of a box a line leaves or reaches it. */
  private static final double INSET = 6;

  private final FlowDirection direction;
  private final double start;
  private final List<List<double[]>> taken = new ArrayList<>();

  /** A rail beyond {@code boxes} and beyond {@code edge}, across the flow. */
  SideRail(FlowDirection direction, Collection<Box> boxes, double edge) {
    this.direction = direction;
    this.start = boxes.stream().mapToDouble(this::far).reduce(edge, Math::max);
  }

  /** Where a box ends across the flow. */
  private double far(Box box) {
    return direction.across(box.x() + box.width(), box.y() + box.height());
  }

  /** The line from the end of one box along a lane to the beginning of another. */
  List<Point> route(Box from, Box to) {
    double begin = direction.along(from.x() + from.width(), from.y() + from.height()) - INSET;
    double end = direction.start(to) + INSET;
    double lane = start + LANE * (2 + free(Math.min(begin, end), Math.max(begin, end)));
    return List.of(at(begin, far(from)), at(begin, lane), at(end, lane), at(end, far(to)));
  }

  private Point at(double along, double across) {
    return direction == FlowDirection.DOWN ? new Point(across, along) : new Point(along, across);
  }

  private int free(double begin, double end) {
    for (int i = 0; ; i++) {
      if (i == taken.size()) {
        taken.add(new ArrayList<>());
      }
      if (taken.get(i).stream().noneMatch(t -> t[0] <= end && begin <= t[1])) {
        taken.get(i).add(new double[] {begin, end});
        return i;
      }
    }
  }

  /** Where the last lane lies across the flow; where the rail begins without one. */
  double end() {
    return start + (taken.isEmpty() ? 0 : LANE * (2 + taken.size()));
  }
}
