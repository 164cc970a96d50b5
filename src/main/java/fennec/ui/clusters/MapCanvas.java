package fennec.ui.clusters;

import fennec.ui.control.CanvasColours;
import fennec.ui.control.Paints;
import fennec.ui.map.MapLabels;
import fennec.ui.map.MapViewport;
import fennec.ui.map.PlanarMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Paints the map on a canvas as large as the view, one frame a pulse at most. */
final class MapCanvas extends Region {

  private static final int MOST_LABELS = 60;
  private static final double DIM = 0.22;

  private final Canvas canvas = new Canvas();
  private final ClustersViewModel model;
  private final ObservableBooleanValue dark;
  private final MapViewport viewport = new MapViewport();
  private final NetworkPainter network = new NetworkPainter();
  private final Map<String, Double> widths = new HashMap<>();
  private final Font font = Font.font("Roboto", 12);
  private PlanarMap screen = PlanarMap.EMPTY;
  private MapKind fitted;
  private Lasso lasso;
  private int cursor = -1;
  private boolean stale = true;

  MapCanvas(ClustersViewModel model, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
    getChildren().add(canvas);
    canvas.setManaged(false);
    model.drawing().mapProperty().addListener(o -> mapChanged());
    model.classesProperty().addListener(o -> looksChanged());
    model.legendProperty().addListener(o -> looksChanged());
    model.session().selectedModelProperty().addListener(o -> repaint());
    dark.addListener(o -> looksChanged());
  }

  private void mapChanged() {
    if (cursor >= model.drawing().mapProperty().get().size()) {
      cursor = -1;
    }
    looksChanged();
  }

  private void looksChanged() {
    stale = true;
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
    canvas.setWidth(width);
    canvas.setHeight(height);
    viewport.resize(width, height);
    PlanarMap map = model.drawing().mapProperty().get();
    MapKind shown = model.drawing().shownProperty().get();
    if (fitted != shown && map.size() > 0 && width > 1) {
      viewport.fit(map);
      fitted = shown;
    }
    paint(canvas.getGraphicsContext2D(), width, height);
  }

  private void paint(GraphicsContext g, double width, double height) {
    CanvasColours colours = CanvasColours.of(dark.get());
    g.setFill(Paints.of(colours.background()));
    g.fillRect(0, 0, width, height);
    screen = viewport.toScreen(model.drawing().mapProperty().get());
    if (screen.size() == 0 || width < 2 || height < 2) {
      return;
    }
    if (model.drawing().networkProperty().get() != null) {
      if (stale || !network.isOpen()) {
        network.show(model, dark.get());
      }
      network.paint(g, viewport, width, height);
    } else {
      network.close();
      points(g, width, height);
    }
    stale = false;
    labels(g, width, height, colours);
    ring(g, model.current(), 9, Paints.of(colours.accent()), 3);
    ring(g, cursor, 12, Paints.of(colours.text()), 1.5);
    lasso(g, colours);
  }

  private void points(GraphicsContext g, double width, double height) {
    PointClasses classes = model.classesProperty().get();
    double r = radius();
    boolean any = model.hasSelection();
    for (int pass = 0; pass < 2; pass++) {
      for (int c = -1; c < classes.labels().size(); c++) {
        PointLook look = PointLook.of(classes, c, dark.get());
        boolean faint = pass == 0;
        g.setFill(Paints.of(look.colour(), faint ? DIM : 0.88));
        for (int i = 0; i < screen.size(); i++) {
          int of = i < classes.classOf().length ? classes.classOf()[i] : -1;
          double x = screen.x()[i];
          double y = screen.y()[i];
          boolean inView = x > -r && y > -r && x < width + r && y < height + r;
          if (of == c && inView && model.isShown(i) && (any && !model.isSelected(i)) == faint) {
            PointPainter.fill(g, look.shape(), x, y, r);
          }
        }
      }
    }
  }

  /** Points grow a little as the map is zoomed. */
  private double radius() {
    return Math.max(3.5, Math.min(8, 3.6 * Math.pow(viewport.scale() / 350, 0.35)));
  }

  private void labels(GraphicsContext g, double width, double height, CanvasColours colours) {
    MapLabels labels = new MapLabels(screen, width, height);
    List<ZooPoint> points = model.pointsProperty().get().points();
    List<Integer> order = new ArrayList<>();
    if (model.current() >= 0) {
      order.add(model.current());
    }
    for (int i = 0; i < points.size(); i++) {
      if (model.isShown(i) && (!model.hasSelection() || model.isSelected(i))) {
        order.add(i);
      }
    }
    g.setFont(font);
    for (int i : order) {
      double x = screen.x()[i];
      double y = screen.y()[i];
      if (x > 0 && y > 0 && x < width && y < height && labels.placed().size() < MOST_LABELS) {
        labels.place(i, widthOf(shortName(points.get(i))));
      }
    }
    for (MapLabels.Placed each : labels.placed()) {
      boolean current = each.point() == model.current();
      g.setFill(Paints.of(current ? colours.text() : colours.muted()));
      g.fillText(shortName(points.get(each.point())), each.x(), each.y());
    }
  }

  private static String shortName(ZooPoint point) {
    String name = point.ranked() ? point.name() : point.name().replaceFirst("^[a-z_]+\\.", "");
    return name.length() > 34 ? name.substring(0, 33) + "\u2026" : name;
  }

  private double widthOf(String text) {
    return widths.computeIfAbsent(
        text,
        key -> {
          Text measured = new Text(key);
          measured.setFont(font);
          return Math.ceil(measured.getLayoutBounds().getWidth());
        });
  }

  private void ring(
      GraphicsContext g, int point, double r, javafx.scene.paint.Color colour, double line) {
    if (point >= 0 && point < screen.size() && model.isShown(point)) {
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
    viewport.fit(model.drawing().mapProperty().get());
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
