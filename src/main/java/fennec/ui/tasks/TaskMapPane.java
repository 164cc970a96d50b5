package fennec.ui.tasks;

import fennec.ui.control.CanvasColours;
import fennec.ui.control.Paints;
import fennec.ui.map.MapLabels;
import fennec.ui.map.MapViewport;
import fennec.ui.map.NearestPoint;
import fennec.ui.map.PlanarMap;
import fennec.ui.map.TextWidths;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** Tasks in the plane, the new one among them. */
final class TaskMapPane extends Region {

  private static final double RADIUS = 5;
  private static final double REACH = 12;

  private final Canvas canvas = new Canvas();
  private final Label facts = new Label();
  private final Label nothing = new Label();
  private final TasksViewModel model;
  private final ObservableBooleanValue dark;
  private final MapViewport viewport = new MapViewport();
  private final Font font = Font.font("Roboto", 12);
  private final TextWidths widths = new TextWidths(font);
  private TaskMap fitted = TaskMap.EMPTY;
  private double fittedWidth;
  private PlanarMap screen = PlanarMap.EMPTY;
  private int cursor = -1;
  private double lastX;
  private double lastY;

  TaskMapPane(TasksViewModel model, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
    setId("tasks-map");
    getStyleClass().add("map");
    setFocusTraversable(true);
    setAccessibleText("Map of tasks. Arrow keys move from task to task");
    canvas.setManaged(false);
    facts.getStyleClass().add("map-facts");
    facts.setMouseTransparent(true);
    facts.setVisible(false);
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    getChildren().addAll(canvas, nothing, facts);
    model.mapProperty().addListener(o -> cursor(-1));
    dark.addListener(o -> requestLayout());
    addEventHandler(
        MouseEvent.MOUSE_MOVED,
        e -> cursor(NearestPoint.at(screen, i -> true, e.getX(), e.getY(), REACH)));
    addEventHandler(MouseEvent.MOUSE_EXITED, e -> cursor(-1));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    lastX = e.getX();
    lastY = e.getY();
  }

  private void dragged(MouseEvent e) {
    viewport.pan(e.getX() - lastX, e.getY() - lastY);
    lastX = e.getX();
    lastY = e.getY();
    cursor(-1);
  }

  private void scrolled(ScrollEvent e) {
    viewport.zoom(Math.pow(1.2, e.getDeltaY() / 40), e.getX(), e.getY());
    requestLayout();
    e.consume();
  }

  private void key(KeyEvent e) {
    boolean plain = !e.isShortcutDown() && !e.isAltDown();
    double dx = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
    double dy = e.getCode() == KeyCode.UP ? -1 : e.getCode() == KeyCode.DOWN ? 1 : 0;
    if (plain && (dx != 0 || dy != 0) && screen.size() > 0) {
      int from = cursor < 0 ? screen.size() - 1 : cursor;
      int next = NearestPoint.towards(screen, i -> true, from, dx, dy);
      cursor(next < 0 ? from : next);
      e.consume();
    } else if (plain && e.getCode() == KeyCode.F) {
      fitted = TaskMap.EMPTY;
      requestLayout();
      e.consume();
    }
  }

  private void cursor(int point) {
    cursor = point;
    facts.setVisible(point >= 0);
    if (point >= 0) {
      facts.setText(model.mapProperty().get().titles().get(point));
      setAccessibleHelp(facts.getText());
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth()) - 2;
    double height = Math.floor(getHeight()) - 2;
    canvas.relocate(1, 1);
    canvas.setWidth(width);
    canvas.setHeight(height);
    viewport.resize(width, height);
    TaskMap map = model.mapProperty().get();
    if (!map.equals(fitted) || fittedWidth != width) {
      viewport.fit(map.places());
      fitted = map;
      fittedWidth = width;
    }
    nothing.setVisible(map.titles().isEmpty());
    nothing.setText(
        model.mapKindProperty().get() == TaskMap.Kind.IMAGES
            ? "No historical task has images embedded by this encoder, so none can be placed."
            : "The transfer space is being fitted.");
    nothing.resizeRelocate(14, 10, Math.max(0, width - 28), nothing.prefHeight(width - 28));
    paint(canvas.getGraphicsContext2D(), map, width, height);
    if (cursor >= 0 && cursor < screen.size()) {
      double w = facts.prefWidth(-1);
      double x = screen.x()[cursor];
      double left = x + 14 + w > width ? x - 14 - w : x + 14;
      facts.resizeRelocate(
          Math.max(2, left), Math.max(2, screen.y()[cursor] - 14), w, facts.prefHeight(-1));
    }
  }

  private void paint(GraphicsContext g, TaskMap map, double width, double height) {
    CanvasColours colours = CanvasColours.of(dark.get());
    g.setFill(Paints.of(colours.background()));
    g.fillRect(0, 0, width, height);
    screen = viewport.toScreen(map.places());
    int target = screen.size() - 1;
    g.setFont(font);
    for (int i = 0; i < screen.size(); i++) {
      boolean isNew = i == target;
      double r = isNew ? RADIUS + 2 : RADIUS;
      g.setFill(Paints.of(isNew ? colours.accent() : colours.muted()));
      g.fillOval(screen.x()[i] - r, screen.y()[i] - r, 2 * r, 2 * r);
      if (isNew || i == cursor) {
        g.setStroke(Paints.of(colours.text()));
        g.setLineWidth(1.5);
        g.strokeOval(screen.x()[i] - r - 3, screen.y()[i] - r - 3, 2 * r + 6, 2 * r + 6);
      }
    }
    MapLabels labels = new MapLabels(screen, width, height);
    for (int i = target; i >= 0; i--) {
      labels.place(i, widths.of(map.titles().get(i)));
    }
    for (MapLabels.Placed each : labels.placed()) {
      g.setFill(Paints.of(each.point() == target ? colours.accent() : colours.text()));
      g.fillText(map.titles().get(each.point()), each.x(), each.y());
    }
  }
}
