package fennec.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A line drawn around points. It closes by a straight line from its end to its start, wherever it
 * ends; inside is what a ray crosses the closed line to an odd number of times.
 */
public final class Lasso {

  private static final double STEP = 2;
  private static final double SMALLEST = 6;

  private final List<double[]> corners = new ArrayList<>();

  /** Starts a line. */
  public Lasso(double x, double y) {
    corners.add(new double[] {x, y});
  }

  /** Draws on to (x, y); steps below two pixels are passed over. */
  public void add(double x, double y) {
    double[] last = corners.get(corners.size() - 1);
    if (Math.hypot(x - last[0], y - last[1]) >= STEP) {
      corners.add(new double[] {x, y});
    }
  }

  /** The corners in the order drawn; the last is joined to the first. */
  public List<double[]> corners() {
    return List.copyOf(corners);
  }

  /** Whether the pointer never went far from its start, so that a click was meant. */
  public boolean isClick() {
    double[] first = corners.get(0);
    return corners.stream()
        .allMatch(each -> Math.hypot(each[0] - first[0], each[1] - first[1]) < SMALLEST);
  }

  /** Whether (x, y) lies inside. */
  public boolean contains(double x, double y) {
    boolean inside = false;
    double[] before = corners.get(corners.size() - 1);
    for (double[] here : corners) {
      boolean crosses = (here[1] > y) != (before[1] > y);
      if (crosses && x < (before[0] - here[0]) * (y - here[1]) / (before[1] - here[1]) + here[0]) {
        inside = !inside;
      }
      before = here;
    }
    return inside;
  }

  /** Positions of the places inside that pass {@code visible}. */
  public List<Integer> inside(PlanarMap places, IntPredicate visible) {
    List<Integer> inside = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (visible.test(i) && contains(places.x()[i], places.y()[i])) {
        inside.add(i);
      }
    }
    return inside;
  }
}
