package fennec.ui.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which names are written beside points: in the order given, each where it covers no point
 * and no other name. The more the map is zoomed, the more find room.
 */
public final class MapLabels {

  private static final double HEIGHT = 15;
  private static final double GAP = 11;

  /**
   * A name at a place.
   *
   * @param point the point it belongs to
   * @param x its left end
   * @param y its base line
   */
  public record Placed(int point, double x, double y) {}

  private final PlanarMap screen;
  private final double width;
  private final double height;
  private final List<double[]> taken = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();

  /** Starts with no names on a view of this size; {@code screen} are the points in pixels. */
  public MapLabels(PlanarMap screen, double width, double height) {
    this.screen = screen;
    this.width = width;
    this.height = height;
  }

  /** Writes a name of this width beside a point, to its right or else to its left, if it fits. */
  public boolean place(int point, double textWidth) {
    double x = screen.x()[point];
    double y = screen.y()[point];
    for (double left : new double[] {x + GAP, x - GAP - textWidth}) {
      double[] box = {left, y - HEIGHT / 2, left + textWidth, y + HEIGHT / 2};
      if (fits(box)) {
        taken.add(box);
        placed.add(new Placed(point, left, y + 4));
        return true;
      }
    }
    return false;
  }

  private boolean fits(double[] box) {
    if (box[0] < 2 || box[1] < 2 || box[2] > width - 2 || box[3] > height - 2) {
      return false;
    }
    for (double[] other : taken) {
      if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) {
        return false;
      }
    }
    for (int i = 0; i < screen.size(); i++) {
      double x = screen.x()[i];
      double y = screen.y()[i];
      if (x > box[0] - 4 && x < box[2] + 4 && y > box[1] - 2 && y < box[3] + 2) {
        return false;
      }
    }
    return true;
  }

  /** The names that found room. */
  public List<Placed> placed() {
    return placed;
  }
}
