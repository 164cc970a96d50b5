package fennec.ui.tasks;

import fennec.ui.control.Figures;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** The matrix with pointer and keys: scroll, zoom, hover, arrows, choose. */
final class MatrixPane extends Region {

  private static final double ZOOM = 1.2;
  private static final int PAGE = 12;

  private final TasksViewModel model;
  private final MatrixCanvas canvas;
  private final Label facts = new Label();
  private double lastX;
  private double lastY;
  private boolean dragged;

  MatrixPane(TasksViewModel model, ObservableBooleanValue dark) {
    this.model = model;
    canvas = new MatrixCanvas(model, dark);
    setId("tasks-matrix");
    getStyleClass().add("map");
    setFocusTraversable(true);
    setAccessibleText(
        "Scores of models on tasks. Arrow keys move from cell to cell, Enter selects the model");
    facts.setId("tasks-cell");
    facts.getStyleClass().add("map-facts");
    facts.setMouseTransparent(true);
    facts.setVisible(false);
    getChildren().addAll(canvas, facts);
    addEventHandler(MouseEvent.MOUSE_MOVED, e -> cell(e.getX(), e.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, e -> show(-1, -1));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.matrixProperty().addListener(o -> show(-1, -1));
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(1, 1, Math.max(0, getWidth() - 2), Math.max(0, getHeight() - 2));
    if (canvas.row() >= 0) {
      HeatGrid grid = canvas.grid();
      double width = facts.prefWidth(-1);
      double height = facts.prefHeight(-1);
      double x = grid.x(canvas.column()) + grid.cellWidth() + 10;
      double left = x + width > getWidth() ? grid.x(canvas.column()) - width - 10 : x;
      double y = grid.y(canvas.row()) + grid.cellHeight() + 6;
      double top = y + height > getHeight() ? grid.y(canvas.row()) - height - 6 : y;
      facts.resizeRelocate(Math.max(2, left), Math.max(2, top), width, height);
    }
  }

  private void cell(double x, double y) {
    show(canvas.grid().rowAt(y), canvas.grid().columnAt(x));
  }

  private void show(int row, int column) {
    boolean there = row >= 0 && column >= 0;
    canvas.setCell(there ? row : -1, there ? column : -1);
    facts.setVisible(there);
    if (there) {
      HeatMap map = model.matrixProperty().get();
      double value = map.at(row, column);
      facts.setText(map.rowName(row) + "\n" + map.columnName(column) + "\n" + text(value));
      setAccessibleHelp(facts.getText());
    }
    requestLayout();
  }

  private String text(double value) {
    if (Double.isNaN(value)) {
      return "never tried";
    }
    return model.showsResiduals()
        ? "score minus reconstruction " + Figures.points(value)
        : "score " + Figures.percent(value);
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    lastX = e.getX();
    lastY = e.getY();
    dragged = false;
  }

  private void dragged(MouseEvent e) {
    dragged |= Math.hypot(e.getX() - lastX, e.getY() - lastY) > 3;
    canvas.grid().scroll(lastX - e.getX(), lastY - e.getY());
    lastX = e.getX();
    lastY = e.getY();
    show(-1, -1);
    canvas.requestLayout();
  }

  private void released(MouseEvent e) {
    int row = canvas.grid().rowAt(e.getY());
    if (!dragged && row >= 0) {
      model.choose(row);
    }
    dragged = false;
  }

  private void scrolled(ScrollEvent e) {
    if (e.isShortcutDown()) {
      canvas.grid().zoom(Math.pow(ZOOM, e.getDeltaY() / 40), e.getX(), e.getY());
    } else {
      canvas.grid().scroll(-e.getDeltaX(), -e.getDeltaY());
    }
    cell(e.getX(), e.getY());
    canvas.requestLayout();
    e.consume();
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    boolean taken = true;
    switch (e.getCode()) {
      case LEFT -> move(0, -1);
      case RIGHT -> move(0, 1);
      case UP -> move(-1, 0);
      case DOWN -> move(1, 0);
      case PAGE_UP -> move(-PAGE, 0);
      case PAGE_DOWN -> move(PAGE, 0);
      case HOME -> move(-model.matrixProperty().get().rows().length, 0);
      case END -> move(model.matrixProperty().get().rows().length, 0);
      case ENTER, SPACE -> {
        if (canvas.row() >= 0) {
          model.choose(canvas.row());
        }
      }
      case PLUS, ADD, EQUALS -> zoom(ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / ZOOM);
      case F -> fit();
      default -> taken = false;
    }
    if (taken) {
      e.consume();
    }
  }

  private void move(int down, int right) {
    HeatMap map = model.matrixProperty().get();
    if (map.rows().length == 0) {
      return;
    }
    boolean none = canvas.row() < 0;
    int row = none ? Math.max(0, model.current()) : canvas.row() + down;
    int column = none ? 0 : canvas.column() + right;
    row = Math.max(0, Math.min(map.rows().length - 1, row));
    column = Math.max(0, Math.min(map.columns().length - 1, column));
    canvas.grid().reveal(row, column);
    show(row, column);
  }

  void zoom(double factor) {
    canvas.grid().zoom(factor, getWidth() / 2, getHeight() / 2);
    canvas.requestLayout();
  }

  /** Shows the whole matrix. */
  void fit() {
    canvas.grid().fitAll();
    canvas.requestLayout();
  }
}
