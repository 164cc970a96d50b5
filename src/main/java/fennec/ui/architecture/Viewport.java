package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout.Box;

/**
 * Which part of a drawing is seen, and how large. Immutable.
 *
 * @param scale pixels of the screen for a pixel of the drawing
 * @param left drawing coordinate at the left edge of the screen
 * @param top drawing coordinate at the upper edge of the screen
 * @param width of the screen's part in its pixels
 * @param height of the screen's part in its pixels
 */
public record Viewport(double scale, double left, double top, double width, double height) {

  /** Smallest scale. */
  public static final double SMALLEST = 0.002;

  /** Largest scale. */
  public static final double LARGEST = 4;

  /** Below this a whole drawing is not readable, so that it opens at its top instead. */
  private static final double READABLE = 0.85;

  private static final double MARGIN = 16;

  /** A view at 100 % of the upper left corner. */
  public static Viewport ofSize(double width, double height) {
    return new Viewport(1, 0, 0, width, height);
  }

  /** Screen coordinate of the drawing's {@code x}. */
  public double screenX(double x) {
    return (x - left) * scale;
  }

  /** Screen coordinate of the drawing's {@code y}. */
  public double screenY(double y) {
    return (y - top) * scale;
  }

  /** Drawing coordinate below {@code x} of the screen. */
  public double graphX(double x) {
    return left + x / scale;
  }

  /** Drawing coordinate below {@code y} of the screen. */
  public double graphY(double y) {
    return top + y / scale;
  }

  /** Right edge in drawing coordinates. */
  public double right() {
    return graphX(width);
  }

  /** Lower edge in drawing coordinates. */
  public double bottom() {
    return graphY(height);
  }

  /** Middle in drawing coordinates. */
  public double centreX() {
    return graphX(width / 2);
  }

  /** Middle in drawing coordinates. */
  public double centreY() {
    return graphY(height / 2);
  }

  /** Larger by {@code factor}; what lies below (x, y) of the screen stays there. */
  public Viewport zoomed(double factor, double x, double y) {
    double next = Math.min(LARGEST, Math.max(SMALLEST, scale * factor));
    return new Viewport(next, graphX(x) - x / next, graphY(y) - y / next, width, height);
  }

  /** At {@code next} pixels for a pixel, around the middle of the screen. */
  public Viewport at(double next) {
    return zoomed(next / scale, width / 2, height / 2);
  }

  /** The drawing moved by (x, y) pixels of the screen. */
  public Viewport panned(double x, double y) {
    return new Viewport(scale, left - x / scale, top - y / scale, width, height);
  }

  /** The point (x, y) of the drawing in the middle of the screen. */
  public Viewport centredOn(double x, double y) {
    return new Viewport(
        scale, x - width / 2 / scale, y - height / 2 / scale, this.width, this.height);
  }

  /**
   * The same place in another size of the screen's part: what the flow enters by stays, and the
   * middle across it.
   */
  public Viewport resized(double newWidth, double newHeight, FlowDirection flow) {
    return flow == FlowDirection.DOWN
        ? new Viewport(scale, centreX() - newWidth / 2 / scale, top, newWidth, newHeight)
        : new Viewport(scale, left, centreY() - newHeight / 2 / scale, newWidth, newHeight);
  }

  /** Whether some of {@code box} is seen. */
  public boolean meets(Box box) {
    return box.x() <= right()
        && box.x() + box.width() >= left
        && box.y() <= bottom()
        && box.y() + box.height() >= top;
  }

  /** Whether a drawing of this size is seen as a whole. */
  public boolean showsAll(double drawingWidth, double drawingHeight) {
    return left <= 0 && top <= 0 && right() >= drawingWidth && bottom() >= drawingHeight;
  }

  /** A drawing of this size as a whole, never larger than 100 %. */
  public Viewport fitted(double drawingWidth, double drawingHeight) {
    double fit =
        Math.min(
            (width - 2 * MARGIN) / Math.max(1, drawingWidth),
            (height - 2 * MARGIN) / Math.max(1, drawingHeight));
    double next = Math.min(1, Math.max(SMALLEST, fit));
    return new Viewport(next, 0, 0, width, height).centredOn(drawingWidth / 2, drawingHeight / 2);
  }

  /**
   * How a drawing of this size is first shown: whole if readable, else at 100 % from where the flow
   * begins.
   *
   * @param first middle across the flow of the first part
   */
  public Viewport opening(
      double drawingWidth, double drawingHeight, double first, FlowDirection flow) {
    Viewport whole = fitted(drawingWidth, drawingHeight);
    if (whole.scale() >= READABLE) {
      return whole;
    }
    double breadth = flow.across(drawingWidth, drawingHeight);
    double seen = flow.across(width, height);
    double edge = (breadth + 2 * MARGIN <= seen ? breadth / 2 : first) - seen / 2;
    return flow == FlowDirection.DOWN
        ? new Viewport(1, edge, -MARGIN / 2, width, height)
        : new Viewport(1, -MARGIN / 2, edge, width, height);
  }

  /** The nearest view whose middle lies on a drawing of this size. */
  public Viewport within(double drawingWidth, double drawingHeight) {
    double x = Math.min(drawingWidth, Math.max(0, centreX()));
    double y = Math.min(drawingHeight, Math.max(0, centreY()));
    return x == centreX() && y == centreY() ? this : centredOn(x, y);
  }

  /** The nearest view that shows the rectangle, or its upper left part if it is too large. */
  public Viewport showing(double x, double y, double w, double h) {
    double nextLeft = shifted(left, width / scale, x, w);
    double nextTop = shifted(top, height / scale, y, h);
    return new Viewport(scale, nextLeft, nextTop, width, height);
  }

  private double shifted(double from, double seen, double start, double length) {
    double room = MARGIN * 2 / scale;
    if (start - room < from || length + 2 * room > seen) {
      return start - room;
    }
    return start + length + room > from + seen ? start + length + room - seen : from;
  }
}
