package fennec.ui.map;

import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;

/** How the points of a map are drawn, where they are more than dots. */
@FunctionalInterface
public interface PointLayer {

  /** How near the pointer must be to a dot, in pixels. */
  double REACH = 12;

  /** Dots and nothing else. */
  PointLayer DOTS = (frame, dots) -> dots.run();

  /**
   * What is painted now.
   *
   * @param pen paints on a canvas as large as the view
   * @param viewport which part of the plane is seen
   * @param screen places of the points in pixels
   * @param width of the view in pixels
   * @param height of the view in pixels
   */
  record Frame(
      GraphicsContext pen, MapViewport viewport, PlanarMap screen, double width, double height) {

    /** Whether a point with this reach around it is seen. */
    public boolean sees(int point, double reach) {
      double x = screen.x()[point];
      double y = screen.y()[point];
      return x > -reach && y > -reach && x < width + reach && y < height + reach;
    }
  }

  /** Paints the points; {@code dots} paints them as dots. */
  void paint(Frame frame, Runnable dots);

  /** How near to a point the pointer must be to be on it, in pixels. */
  default double reach(MapViewport viewport) {
    return REACH;
  }

  /** A picture of the point for what is said of it; null if there is none. */
  default Node picture(int point) {
    return null;
  }
}
