package fennec.ui.map;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Cursor;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** The map with pointer and keys: zoom, pan, hover, choose, lasso, arrows. */
public final class MapPane extends Region {

  private static final double ZOOM = 1.25;
  private static final double NUDGE = 60;

  private final PointMap model;
  private final PointLayer layer;
  private final MapCanvas canvas;
  private final BooleanProperty lassoing;
  private final Label facts = new Label();
  private double lastX;
  private double lastY;
  private boolean dragged;

  /**
   * Shows {@code model}.
   *
   * @param id id of the pane; what is said of a point has the id {@code <id>-facts}
   * @param name what the map is of, for those who do not see it
   * @param lassoing whether a press begins a lasso
   */
  public MapPane(
      String id,
      String name,
      PointMap model,
      PointLayer layer,
      ObservableBooleanValue dark,
      BooleanProperty lassoing) {
    this.model = model;
    this.layer = layer;
    this.lassoing = lassoing;
    canvas = new MapCanvas(model, layer, dark);
    setId(id);
    getStyleClass().add("map");
    setFocusTraversable(true);
    setAccessibleText(name + ". Arrow keys move from point to point, Enter selects");
    facts.setId(id + "-facts");
    facts.getStyleClass().add("map-facts");
    facts.setMouseTransparent(true);
    facts.setVisible(false);
    getChildren().addAll(canvas, facts);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(at(e.getX(), e.getY())));
    addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    lassoing.addListener((o, was, is) -> setCursor(is ? Cursor.CROSSHAIR : Cursor.DEFAULT));
    model.placesProperty().addListener(o -> point(-1));
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(1, 1, Math.max(0, getWidth() - 2), Math.max(0, getHeight() - 2));
    placeFacts();
  }

  private int at(double x, double y) {
    return NearestPoint.at(
        canvas.screen(), model.legend()::isShown, x, y, layer.reach(canvas.viewport()));
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    lastX = e.getX();
    lastY = e.getY();
    dragged = false;
    if (e.getButton() == MouseButton.PRIMARY && (lassoing.get() || e.isShiftDown())) {
      canvas.setLasso(new Lasso(lastX, lastY));
      point(-1);
    }
  }

  private void dragged(MouseEvent e) {
    if (canvas.lasso() != null) {
      canvas.lasso().add(e.getX(), e.getY());
    } else {
      dragged |= Math.hypot(e.getX() - lastX, e.getY() - lastY) > 3;
      canvas.viewport().pan(e.getX() - lastX, e.getY() - lastY);
      lastX = e.getX();
      lastY = e.getY();
      point(-1);
    }
    canvas.repaint();
  }

  private void released(MouseEvent e) {
    Lasso lasso = canvas.lasso();
    canvas.setLasso(null);
    if (lasso != null && !lasso.isClick()) {
      model.selectPoints(lasso.inside(canvas.screen(), model.legend()::isShown), "lasso");
    } else if (!dragged) {
      int point = at(e.getX(), e.getY());
      if (point >= 0) {
        model.choose(point);
      }
    }
    dragged = false;
  }

  private void scrolled(ScrollEvent e) {
    double steps = e.getDeltaY() / 40;
    canvas.viewport().zoom(Math.pow(ZOOM, steps), e.getX(), e.getY());
    canvas.repaint();
    e.consume();
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    boolean taken = true;
    switch (e.getCode()) {
      case LEFT -> arrow(e, -1, 0);
      case RIGHT -> arrow(e, 1, 0);
      case UP -> arrow(e, 0, -1);
      case DOWN -> arrow(e, 0, 1);
      case ENTER, SPACE -> chooseCursor();
      case C -> model.selectClassOf(cursorOrCurrent());
      case L -> lassoing.set(!lassoing.get());
      case F, HOME -> canvas.fit();
      case PLUS, ADD, EQUALS -> zoom(ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM);
      case ESCAPE -> escape();
      default -> taken = false;
    }
    if (taken) {
      e.consume();
    }
  }

  private void chooseCursor() {
    if (canvas.cursor() >= 0) {
      model.choose(canvas.cursor());
    }
  }

  private int cursorOrCurrent() {
    return canvas.cursor() >= 0 ? canvas.cursor() : model.current();
  }

  private void escape() {
    if (lassoing.get()) {
      lassoing.set(false);
    } else {
      model.clearSelection();
    }
  }

  /** Arrows go to the next point; with Shift they move the map. */
  private void arrow(KeyEvent e, double dx, double dy) {
    if (e.isShiftDown()) {
      canvas.viewport().pan(-NUDGE * dx, -NUDGE * dy);
      canvas.repaint();
      return;
    }
    int from = cursorOrCurrent();
    int next =
        from < 0 || !model.legend().isShown(from)
            ? NearestPoint.at(
                canvas.screen(),
                model.legend()::isShown,
                getWidth() / 2,
                getHeight() / 2,
                Double.MAX_VALUE)
            : NearestPoint.towards(canvas.screen(), model.legend()::isShown, from, dx, dy);
    if (next >= 0) {
      PlanarMap map = model.placesProperty().get();
      canvas.viewport().reveal(map.x()[next], map.y()[next]);
      canvas.repaint();
      point(next);
    }
  }

  /** Zooms around the middle. */
  public void zoom(double factor) {
    canvas.viewport().zoom(factor, getWidth() / 2, getHeight() / 2);
    canvas.repaint();
  }

  /** Shows all points. */
  public void fit() {
    canvas.fit();
  }

  /** Paints again, because something outside of the map's own state changed. */
  public void repaint() {
    canvas.repaint();
  }

  private void point(int point) {
    canvas.setCursorPoint(point);
    facts.setVisible(point >= 0);
    if (point >= 0) {
      facts.setText(String.join("\n", model.facts(point)));
      facts.setGraphic(layer.picture(point));
      facts.setContentDisplay(ContentDisplay.TOP);
      setAccessibleHelp(facts.getText());
    }
    requestLayout();
  }

  /** Beside the point, on the side where there is room. */
  private void placeFacts() {
    int point = canvas.cursor();
    if (point < 0 || point >= model.placesProperty().get().size()) {
      return;
    }
    PlanarMap map = model.placesProperty().get();
    double x = canvas.viewport().screenX(map.x()[point]);
    double y = canvas.viewport().screenY(map.y()[point]);
    double width = facts.prefWidth(-1);
    double height = facts.prefHeight(-1);
    double left = x + 18 + width > getWidth() ? x - 18 - width : x + 18;
    double top = Math.max(4, Math.min(getHeight() - height - 4, y - height / 2));
    facts.resizeRelocate(Math.max(4, left), top, width, height);
  }
}
