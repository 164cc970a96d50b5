package fennec.ui.map;

import javafx.scene.canvas.GraphicsContext;

/** Draws the shapes of points on a canvas. */
final class PointPainter {

  private PointPainter() {}

  /** Fills {@code shape} around (x, y) with the paint that {@code g} holds. */
  static void fill(GraphicsContext g, PointLook.Shape shape, double x, double y, double r) {
    switch (shape) {
      case CIRCLE -> g.fillOval(x - r, y - r, 2 * r, 2 * r);
      case BOX -> g.fillRect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
      case DIAMOND ->
          g.fillPolygon(
              new double[] {x, x + 1.25 * r, x, x - 1.25 * r},
              new double[] {y - 1.25 * r, y, y + 1.25 * r, y},
              4);
      case TRIANGLE ->
          g.fillPolygon(
              new double[] {x, x + 1.2 * r, x - 1.2 * r},
              new double[] {y - 1.2 * r, y + r, y + r},
              3);
      case CROSS -> {
        double arm = 0.42 * r;
        g.fillRect(x - arm, y - 1.2 * r, 2 * arm, 2.4 * r);
        g.fillRect(x - 1.2 * r, y - arm, 2.4 * r, 2 * arm);
      }
    }
  }
}
