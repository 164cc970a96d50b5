package fennec.ui.map;

import fennec.ui.control.CanvasColours;
import fennec.ui.control.Paints;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** Paints the map on a canvas as large as the view, one frame a pulse at most. */
final class MapCanvas extends Region {

  private static final int MOST_LABELS = 60;

  /** With more points in view names would cost more time than a frame has, and find no room. */
  private static final int MOST_NAMED = 2_000;

  private static final int MANY = 8_000;
  private static final double DIM = 0.22;

  private final Canvas canvas = new Canvas();
  private final PointMap model;
  private final PointLayer layer;
  private final ObservableBooleanValue dark;
  private final MapViewport viewport = new MapViewport();
  private final Font font = Font.font("Roboto", 12);
  private final TextWidths widths = new TextWidths(font);
  private PlanarMap screen = PlanarMap.EMPTY;
  private Object fitted;
  private Lasso lasso;
  private int cursor = -1;

  MapCanvas(PointMap model, PointLayer layer, ObservableBooleanValue dark) {
    this.model = model;
    this.layer = layer;
    this.dark = dark;
    getChildren().add(canvas);
    canvas.setManaged(false);
    model.placesProperty().addListener(o -> mapChanged());
    model.legend().classesProperty().addListener(o -> repaint());
    model.legend().entriesProperty().addListener(o -> repaint());
    dark.addListener(o -> repaint());
  }

  private void mapChanged() {
    if (cursor >= model.placesProperty().get().size()) {
      cursor = -1;
    }
    repaint();
  }

  /** Asks for a frame at the next pulse. */
  void repaint() {
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    boolean resized = canvas.getWidth() != width || canvas.getHeight() != height;
    canvas.setWidth(width);
    canvas.setHeight(height);
    viewport.resize(width, height);
    PlanarMap map = model.placesProperty().get();
    Object shown = model.drawn();
    boolean refit = !shown.equals(fitted) || (resized && !viewport.isMoved());
    if (refit && map.size() > 0 && width > 1) {
      viewport.fit(map);
      fitted = shown;
    }
    paint(canvas.getGraphicsContext2D(), width, height);
  }

  private void paint(GraphicsContext g, double width, double height) {
    CanvasColours colours = CanvasColours.of(dark.get());
    g.setFill(Paints.of(colours.background()));
    g.fillRect(0, 0, width, height);
    screen = viewport.toScreen(model.placesProperty().get());
    if (screen.size() == 0 || width < 2 || height < 2) {
      return;
    }
    PointLayer.Frame frame = new PointLayer.Frame(g, viewport, screen, width, height);
    layer.paint(frame, () -> points(frame));
    labels(g, width, height, colours);
    ring(g, model.current(), 9, Paints.of(colours.accent()), 3);
    ring(g, cursor, 12, Paints.of(colours.text()), 1.5);
    lasso(g, colours);
  }

  private void points(PointLayer.Frame frame) {
    PointLegend legend = model.legend();
    PointClasses classes = legend.classesProperty().get();
    double r = radius();
    boolean any = legend.hasSelection();
    for (int pass = any ? 0 : 1; pass < 2; pass++) {
      boolean faint = pass == 0;
      for (int c = -1; c < classes.labels().size(); c++) {
        PointLook look = PointLook.of(classes, c, dark.get());
        frame.pen().setFill(Paints.of(look.colour(), faint ? DIM : 0.88));
        for (int i = 0; i < screen.size(); i++) {
          boolean wanted = legend.classOf(i) == c && legend.isShown(i) && frame.sees(i, r);
          if (wanted && (any && !legend.isSelected(i)) == faint) {
            dot(frame.pen(), look, screen.x()[i], screen.y()[i], r);
          }
        }
      }
    }
  }

  /** A point; among very many a square, which looks the same so small and costs a fifth. */
  private void dot(GraphicsContext g, PointLook look, double x, double y, double r) {
    if (screen.size() > MANY) {
      g.fillRect(x - r, y - r, 2 * r, 2 * r);
    } else {
      PointPainter.fill(g, look.shape(), x, y, r);
    }
  }

  /** Points grow a little as the map is zoomed, and are smaller where there are very many. */
  private double radius() {
    double r = Math.max(3.5, Math.min(8, 3.6 * Math.pow(viewport.scale() / 350, 0.35)));
    return screen.size() > MANY ? Math.max(1, r * Math.sqrt((double) MANY / screen.size())) : r;
  }

  private void labels(GraphicsContext g, double width, double height, CanvasColours colours) {
    PointLegend legend = model.legend();
    List<Integer> order = new ArrayList<>();
    if (model.current() >= 0) {
      order.add(model.current());
    }
    for (int i = 0; i < screen.size() && order.size() <= MOST_NAMED; i++) {
      boolean inView =
          screen.x()[i] > 0 && screen.y()[i] > 0 && screen.x()[i] < width && screen.y()[i] < height;
      if (inView && legend.isShown(i) && (!legend.hasSelection() || legend.isSelected(i))) {
        order.add(i);
      }
    }
    if (order.size() > MOST_NAMED) {
      return;
    }
    MapLabels labels = new MapLabels(screen, width, height);
    g.setFont(font);
    for (int i : order) {
      String text = model.label(i);
      if (!text.isEmpty() && labels.placed().size() < MOST_LABELS) {
        labels.place(i, widths.of(text));
      }
    }
    for (MapLabels.Placed each : labels.placed()) {
      boolean current = each.point() == model.current();
      g.setFill(Paints.of(current ? colours.text() : colours.muted()));
      g.fillText(model.label(each.point()), each.x(), each.y());
    }
  }

  private void ring(
      GraphicsContext g, int point, double r, javafx.scene.paint.Color colour, double line) {
    if (point >= 0 && point < screen.size() && model.legend().isShown(point)) {
      g.setStroke(colour);
      g.setLineWidth(line);
      g.strokeOval(screen.x()[point] - r, screen.y()[point] - r, 2 * r, 2 * r);
    }
  }

  /** The line as drawn, solid, and the straight line that will close it, dashed. */
  private void lasso(GraphicsContext g, CanvasColours colours) {
    if (lasso == null) {
      return;
    }
    List<double[]> corners = lasso.corners();
    double[] x = corners.stream().mapToDouble(c -> c[0]).toArray();
    double[] y = corners.stream().mapToDouble(c -> c[1]).toArray();
    g.setFill(Paints.of(colours.accent(), 0.12));
    g.fillPolygon(x, y, x.length);
    g.setStroke(Paints.of(colours.accent()));
    g.setLineWidth(2);
    g.strokePolyline(x, y, x.length);
    g.setLineDashes(6, 5);
    g.strokeLine(x[x.length - 1], y[y.length - 1], x[0], y[0]);
    g.setLineDashes((double[]) null);
  }

  /** Shows all points. */
  void fit() {
    viewport.fit(model.placesProperty().get());
    repaint();
  }

  MapViewport viewport() {
    return viewport;
  }

  /** Places of the points in pixels, as last painted. */
  PlanarMap screen() {
    return screen;
  }

  void setLasso(Lasso next) {
    lasso = next;
    repaint();
  }

  Lasso lasso() {
    return lasso;
  }

  /** The point under the pointer or chosen by keys, or -1. */
  int cursor() {
    return cursor;
  }

  void setCursorPoint(int point) {
    if (cursor != point) {
      cursor = point;
      repaint();
    }
  }
}
