package fennec.ui.map;

import javafx.scene.canvas.GraphicsContext;

/** How the points of a map are drawn, where they are more than dots. */
@FunctionalInterface
public interface PointLayer {

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
}
