package fennec.ui.map;

/**
 * Which part of the plane a view shows: pixels are {@code scale} to a unit, y points up in the
 * plane and down in the view.
 */
public final class MapViewport {

  private static final double LEAST = 20;
  private static final double MOST = 60_000;
  private static final double MARGIN = 34;

  private double width = 1;
  private double height = 1;
  private double scale = 100;
  private double centreX;
  private double centreY;
  private boolean moved;

  /** Tells the size of the view in pixels; what is in the middle stays there. */
  public void resize(double newWidth, double newHeight) {
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
  }

  /** Shows all of {@code map} with a margin. */
  public void fit(PlanarMap map) {
    double lowX = Double.POSITIVE_INFINITY;
    double highX = Double.NEGATIVE_INFINITY;
    double lowY = Double.POSITIVE_INFINITY;
    double highY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < map.size(); i++) {
      lowX = Math.min(lowX, map.x()[i]);
      highX = Math.max(highX, map.x()[i]);
      lowY = Math.min(lowY, map.y()[i]);
      highY = Math.max(highY, map.y()[i]);
    }
    if (map.size() == 0) {
      return;
    }
    centreX = (lowX + highX) / 2;
    centreY = (lowY + highY) / 2;
    double across = Math.max(1, width - 2 * MARGIN) / Math.max(1e-6, highX - lowX);
    double down = Math.max(1, height - 2 * MARGIN) / Math.max(1e-6, highY - lowY);
    scale = bounded(Math.min(across, down));
    moved = false;
  }

  /** Zooms by {@code factor}; what lies at the pixel (x, y) stays there. */
  public void zoom(double factor, double x, double y) {
    double worldX = worldX(x);
    double worldY = worldY(y);
    moved = true;
    scale = bounded(scale * factor);
    centreX = worldX - (x - width / 2) / scale;
    centreY = worldY + (y - height / 2) / scale;
  }

  /** Moves what is shown by so many pixels. */
  public void pan(double dx, double dy) {
    moved |= dx != 0 || dy != 0;
    centreX -= dx / scale;
    centreY += dy / scale;
  }

  /** Moves as little as needed for the place (x, y) to be well inside the view. */
  public void reveal(double x, double y) {
    double sx = screenX(x);
    double sy = screenY(y);
    pan(
        Math.min(0, width - MARGIN - sx) + Math.max(0, MARGIN - sx),
        Math.min(0, height - MARGIN - sy) + Math.max(0, MARGIN - sy));
  }

  private static double bounded(double scale) {
    return Math.max(LEAST, Math.min(MOST, scale));
  }

  /** Whether the view was panned or zoomed since it last showed all. */
  public boolean isMoved() {
    return moved;
  }

  /** Pixel column of a place. */
  public double screenX(double x) {
    return width / 2 + (x - centreX) * scale;
  }

  /** Pixel row of a place. */
  public double screenY(double y) {
    return height / 2 - (y - centreY) * scale;
  }

  /** Place of a pixel column. */
  public double worldX(double x) {
    return centreX + (x - width / 2) / scale;
  }

  /** Place of a pixel row. */
  public double worldY(double y) {
    return centreY - (y - height / 2) / scale;
  }

  /** Pixels to a unit. */
  public double scale() {
    return scale;
  }

  /** Place in the middle of the view, from left to right. */
  public double centreX() {
    return centreX;
  }

  /** Place in the middle of the view, from bottom to top. */
  public double centreY() {
    return centreY;
  }

  /** The places of {@code map} in pixels. */
  public PlanarMap toScreen(PlanarMap map) {
    double[] x = new double[map.size()];
    double[] y = new double[map.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = screenX(map.x()[i]);
      y[i] = screenY(map.y()[i]);
    }
    return new PlanarMap(x, y);
  }
}
