package fennec.ui.architecture;

import fennec.architecture.FoldedItem;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphLayout.Point;
import fennec.architecture.GraphLayout.Route;
import fennec.io.GraphSvgWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * Paints the part of a drawing that a {@link Viewport} shows, and nothing else. Below the scales
 * named here text, lines of a box and round corners are left out, for they could not be read.
 */
final class GraphPainter {

  private static final double HEADER = 24;
  private static final double LINE = 15;
  private static final double ROUND = 6;
  private static final double WITH_TITLE = 0.5;
  private static final double WITH_LINES = 0.6;
  private static final double WITH_SHAPES = 0.7;
  private static final double WITH_CORNERS = 0.4;

  /** How far off the box its rim is; shapes of tensors begin at five pixels. */
  private static final double OUT = 3;

  private static final double FADED = 0.22;
  private static final Color FOUND = Color.web("#d99a00");

  /**
   * What is painted.
   *
   * @param sheet the drawing
   * @param colouring colours of parts
   * @param selected id of the selected part; may be empty
   * @param line the selected line; null for none
   * @param group parts that are counted together
   * @param path parts to set off; empty for all alike
   * @param found operations that a search found
   */
  record Picture(
      GraphSheet sheet,
      Colouring colouring,
      String selected,
      Route line,
      Set<String> group,
      Set<String> path,
      Set<Integer> found) {

    /** What is seen of {@code side}. */
    static Picture of(GraphViewModel side, Colouring colouring) {
      GraphSelection selection = side.selection();
      return new Picture(
          side.sheetProperty().get(),
          colouring,
          selection.partProperty().get(),
          selection.lineProperty().get(),
          selection.groupProperty().get(),
          selection.pathProperty().get(),
          selection.foundProperty().get());
    }

    /** The same with nothing selected, gathered or found. */
    Picture plain() {
      return new Picture(sheet, colouring, "", null, Set.of(), path, Set.of());
    }
  }

  private final GraphicsContext pen;
  private final Viewport view;
  private final GraphSvgWriter.Theme theme;
  private final Color accent;
  private final Color veil;
  private final Font bold;
  private final Font plain;
  private final Map<String, Color> parsed = new HashMap<>();
  private int boxes;

  GraphPainter(GraphicsContext pen, Viewport view, boolean dark) {
    this.pen = pen;
    this.view = view;
    this.theme = dark ? GraphSvgWriter.Theme.DARK : GraphSvgWriter.Theme.LIGHT;
    this.accent = Color.web(dark ? "#6ea8fe" : "#0b5ed7");
    this.veil = Color.web(theme.background(), 0.9);
    this.bold = Font.font("Roboto Medium", size(13));
    this.plain = Font.font("Roboto", size(12));
  }

  /** Paints {@code picture} and returns how many boxes that took. */
  int paint(Picture picture) {
    pen.setFill(colour(theme.background()));
    pen.fillRect(0, 0, view.width(), view.height());
    lines(picture);
    VisibleItems visible = picture.sheet().visible();
    boxes = 0;
    pen.setTextBaseline(VPos.BASELINE);
    if (view.scale() >= WITH_SHAPES) {
      pen.setFont(plain);
      visible.labels(view.left() - 200, view.top(), view.right(), view.bottom(), this::label);
    }
    visible.boxes(view.left(), view.top(), view.right(), view.bottom(), id -> box(picture, id));
    return boxes;
  }

  private Color colour(String text) {
    return parsed.computeIfAbsent(text, Color::web);
  }

  private Color textOn(String ground) {
    return colour(Colouring.textOn(ground));
  }

  private double size(double points) {
    return Math.rint(points * view.scale() * 4) / 4;
  }

  private void lines(Picture picture) {
    Set<String> path = picture.path();
    String selected = picture.selected();
    pen.setStroke(Color.web(theme.edge(), path.isEmpty() ? 1 : FADED));
    pen.setFill(Color.web(theme.edge(), path.isEmpty() ? 1 : FADED));
    pen.setLineWidth(Math.max(0.6, Math.min(1.6, 1.2 * view.scale())));
    stroke(picture, false, route -> !set(route, path, selected));
    pen.setLineDashes(5, 3);
    stroke(picture, true, route -> !set(route, path, selected));
    pen.setLineDashes();
    if (!selected.isEmpty() || !path.isEmpty()) {
      pen.setStroke(accent);
      pen.setFill(accent);
      pen.setLineWidth(Math.max(1.2, 2 * view.scale()));
      stroke(picture, false, route -> set(route, path, selected));
      stroke(picture, true, route -> set(route, path, selected));
    }
    if (picture.line() != null) {
      pen.setLineWidth(Math.max(3, 4 * view.scale()));
      stroke(picture, picture.line().rail(), route -> route.equals(picture.line()));
    }
  }

  /** Whether a line is set off: on the path, or else at the selected part. */
  private static boolean set(Route route, Set<String> path, String selected) {
    return path.isEmpty()
        ? route.from().equals(selected) || route.to().equals(selected)
        : path.contains(route.from()) && path.contains(route.to());
  }

  private void stroke(Picture picture, boolean rail, java.util.function.Predicate<Route> wanted) {
    pen.beginPath();
    picture
        .sheet()
        .visible()
        .routes(
            view.left(),
            view.top(),
            view.right(),
            view.bottom(),
            route -> {
              if (route.rail() == rail && wanted.test(route) && visible(route)) {
                trace(route);
              }
            });
    pen.stroke();
    if (view.scale() >= WITH_CORNERS) {
      picture
          .sheet()
          .visible()
          .routes(
              view.left(),
              view.top(),
              view.right(),
              view.bottom(),
              route -> {
                if (route.rail() == rail && wanted.test(route)) {
                  arrow(route);
                }
              });
    }
  }

  /** Whether a line is longer than a point; thousands that are not would only cost time. */
  private boolean visible(Route route) {
    Point start = route.points().get(0);
    Point end = route.points().get(route.points().size() - 1);
    return view.scale() * (Math.abs(end.x() - start.x()) + Math.abs(end.y() - start.y())) >= 1;
  }

  private void trace(Route route) {
    List<Point> points = route.points();
    Point start = points.get(0);
    pen.moveTo(x(start), y(start));
    for (int i = 1; i < points.size(); i++) {
      Point corner = points.get(i);
      if (i == points.size() - 1 || view.scale() < WITH_CORNERS) {
        pen.lineTo(x(corner), y(corner));
      } else {
        Point before = towards(corner, points.get(i - 1));
        Point after = towards(corner, points.get(i + 1));
        pen.lineTo(x(before), y(before));
        pen.quadraticCurveTo(x(corner), y(corner), x(after), y(after));
      }
    }
  }

  /** The point {@code ROUND} pixels, or half the way, from {@code from} to {@code to}. */
  private static Point towards(Point from, Point to) {
    double distance = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double part = distance == 0 ? 0 : Math.min(ROUND, distance / 2) / distance;
    return new Point(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
  }

  private void arrow(Route route) {
    List<Point> corners = route.arrow();
    pen.fillPolygon(
        corners.stream().mapToDouble(this::x).toArray(),
        corners.stream().mapToDouble(this::y).toArray(),
        corners.size());
  }

  private double x(Point point) {
    return view.screenX(point.x());
  }

  private double y(Point point) {
    return view.screenY(point.y());
  }

  private void box(Picture picture, String id) {
    boxes++;
    Box box = picture.sheet().box(id);
    double scale = view.scale();
    double x = view.screenX(box.x());
    double y = view.screenY(box.y());
    double width = Math.max(1, box.width() * scale);
    double height = Math.max(1, box.height() * scale);
    String colour = picture.colouring().colour(id);
    Color paint = colour(colour);
    boolean faded = !picture.path().isEmpty() && !picture.path().contains(id);
    pen.setGlobalAlpha(faded ? FADED : 1);
    if (scale < WITH_CORNERS) {
      pen.setFill(paint);
      pen.fillRect(x, y, width, height);
    } else {
      shaded(box, paint, x, y);
      if (scale >= WITH_TITLE) {
        texts(picture, id, box, colour);
      }
    }
    pen.setGlobalAlpha(1);
    rim(picture, id, x, y, width, height);
  }

  private void shaded(Box box, Color paint, double x, double y) {
    double scale = view.scale();
    double width = box.width() * scale;
    double height = box.height() * scale;
    double round = 2 * ROUND * scale;
    boolean plain = box.face().lines().isEmpty();
    if (box.face().foldable()) {
      pen.setFill(paint.deriveColor(0, 1, 1, 0.45));
      pen.fillRoundRect(x + 4 * scale, y + 4 * scale, width, height, round, round);
    }
    pen.setFill(paint);
    pen.fillRoundRect(x, y, width, plain ? height : (HEADER + ROUND) * scale, round, round);
    if (!plain) {
      pen.setFill(colour(theme.box()));
      pen.fillRoundRect(x, y + HEADER * scale, width, height - HEADER * scale, round, round);
      pen.fillRect(x, y + HEADER * scale, width, Math.min(ROUND * scale, height));
    }
    pen.setStroke(colour(theme.border()));
    pen.setLineWidth(1);
    pen.strokeRoundRect(x, y, width, height, round, round);
  }

  private void texts(Picture picture, String id, Box box, String colour) {
    double scale = view.scale();
    double x = Math.rint(view.screenX(box.x() + 10));
    double y = view.screenY(box.y());
    String mark = picture.colouring().mark(id);
    pen.setFill(textOn(colour));
    pen.setFont(bold);
    pen.fillText(
        mark.isEmpty() ? box.face().title() : mark + " " + box.face().title(),
        x,
        Math.rint(y + 16.5 * scale));
    if (box.face().foldable()) {
      double right = view.screenX(box.x() + box.width() - 15);
      double middle = y + 12 * scale;
      double arm = 4 * scale;
      pen.setStroke(textOn(colour));
      pen.setLineWidth(1.6 * scale);
      pen.strokeLine(right - arm, middle, right + arm, middle);
      pen.strokeLine(right, middle - arm, right, middle + arm);
    }
    if (scale >= WITH_LINES) {
      pen.setFill(colour(theme.text()));
      pen.setFont(plain);
      List<String> lines = box.face().lines();
      for (int i = 0; i < lines.size(); i++) {
        pen.fillText(lines.get(i), x, Math.rint(y + (HEADER + 14 + i * LINE) * scale));
      }
    }
  }

  /** Marks what is selected and what a search found. */
  private void rim(Picture picture, String id, double x, double y, double width, double height) {
    boolean chosen = id.equals(picture.selected()) || picture.group().contains(id);
    boolean hit =
        !picture.found().isEmpty()
            && picture.sheet().item(id).filter(item -> holds(item, picture.found())).isPresent();
    if (!chosen && !hit) {
      return;
    }
    pen.setStroke(chosen ? accent : FOUND);
    pen.setLineWidth(chosen ? 3 : 2);
    double round = 2 * ROUND * view.scale() + 4;
    pen.strokeRoundRect(x - OUT, y - OUT, width + 2 * OUT, height + 2 * OUT, round, round);
  }

  private static boolean holds(FoldedItem item, Set<Integer> found) {
    return item.nodes().anyMatch(node -> found.contains(node.id()));
  }

  private void label(EdgeLabel label) {
    double x = Math.rint(view.screenX(label.x()));
    double y = Math.rint(view.screenY(label.y()));
    double width = (label.right() - label.x()) * view.scale();
    pen.setFill(veil);
    pen.fillRect(x - 2, y - 10 * view.scale(), width + 2, 13 * view.scale());
    pen.setFill(colour(theme.detail()));
    pen.fillText(label.text(), x, y);
  }
}
