package fennec.ui.tasks;

import fennec.ui.control.CanvasColours;
import fennec.ui.control.Paints;
import fennec.ui.map.TextWidths;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints the part of the matrix that is in view, with the names of its rows and columns. */
final class MatrixCanvas extends Region {

  private static final double SLOPE = Math.toRadians(60);
  private static final double LONGEST_NAME = 150;
  private static final double SMALLEST_NAME = 13;
  private static final double HATCH = 6;

  private final Canvas canvas = new Canvas();
  private final TasksViewModel model;
  private final ObservableBooleanValue dark;
  private final HeatGrid grid = new HeatGrid();
  private final Font font = Font.font("Roboto", 12);
  private final TextWidths widths = new TextWidths(font);
  private boolean fitted;
  private int row = -1;
  private int column = -1;

  MatrixCanvas(TasksViewModel model, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
    getChildren().add(canvas);
    canvas.setManaged(false);
    model.matrixProperty().addListener(o -> requestLayout());
    model.session().selectedModelProperty().addListener(o -> reveal());
    dark.addListener(o -> requestLayout());
  }

  private void reveal() {
    if (model.current() >= 0) {
      grid.reveal(model.current(), Math.max(0, column));
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    canvas.setWidth(width);
    canvas.setHeight(height);
    HeatMap map = model.matrixProperty().get();
    double name = longestTitle(map);
    grid.resize(
        width,
        height,
        Math.min(190, width * 0.34),
        16 + name * Math.sin(SLOPE),
        8 + name * Math.cos(SLOPE));
    grid.setCells(map.rows().length, map.columns().length);
    if (!fitted && map.rows().length > 0 && width > 1) {
      grid.fitColumns();
      fitted = true;
    }
    paint(canvas.getGraphicsContext2D(), map, width, height);
  }

  private void paint(GraphicsContext g, HeatMap map, double width, double height) {
    CanvasColours colours = CanvasColours.of(dark.get());
    g.setFill(Paints.of(colours.background()));
    g.fillRect(0, 0, width, height);
    if (map.rows().length == 0) {
      return;
    }
    g.setFont(font);
    int firstRow = Math.max(0, grid.rowAt(grid.top()));
    int firstColumn = Math.max(0, grid.columnAt(grid.left()));
    g.save();
    g.beginPath();
    g.rect(grid.left(), grid.top(), width - grid.left(), height - grid.top());
    g.clip();
    HeatColours heat = HeatColours.of(map, model.showsResiduals(), dark.get());
    double gap = Math.min(grid.cellHeight(), grid.cellWidth()) > 8 ? 1 : 0;
    for (int r = firstRow; r < map.rows().length && grid.y(r) < height; r++) {
      for (int c = firstColumn; c < map.columns().length && grid.x(c) < width; c++) {
        cell(g, map.at(r, c), heat, new double[] {grid.x(c), grid.y(r), gap}, colours);
      }
    }
    frame(g, row, column, colours.text());
    g.restore();
    rowNames(g, map, firstRow, height, colours);
    columnNames(g, map, firstColumn, width, colours);
    int current = model.current();
    if (current >= 0 && grid.y(current) + 1 > grid.top()) {
      g.setStroke(Paints.of(colours.accent()));
      g.setLineWidth(2);
      double end = Math.min(width - 1, grid.x(map.columns().length));
      g.strokeRect(1, grid.y(current), end - 1, Math.max(3, grid.cellHeight()));
    }
  }

  /** A cell at (at[0], at[1]), its gap at[2]; a missing one is hatched. */
  private void cell(
      GraphicsContext g, double value, HeatColours heat, double[] at, CanvasColours colours) {
    double width = grid.cellWidth() - at[2];
    double height = grid.cellHeight() - at[2];
    if (!Double.isNaN(value)) {
      g.setFill(Paints.of(heat.at(value)));
      g.fillRect(at[0], at[1], width, height);
      return;
    }
    g.setStroke(Paints.of(colours.line()));
    g.setLineWidth(1);
    for (double d = HATCH; d < width + height; d += HATCH) {
      double fromX = Math.min(d, width);
      double fromY = Math.max(0, d - width);
      double toX = Math.max(0, d - height);
      double toY = Math.min(d, height);
      g.strokeLine(at[0] + fromX, at[1] + fromY, at[0] + toX, at[1] + toY);
    }
  }

  private void frame(GraphicsContext g, int r, int c, int colour) {
    if (r >= 0 && c >= 0) {
      g.setStroke(Paints.of(colour));
      g.setLineWidth(2);
      g.strokeRect(
          grid.x(c), grid.y(r), Math.max(3, grid.cellWidth()), Math.max(3, grid.cellHeight()));
    }
  }

  /** Names of rows; where rows are low, as many as can be read. */
  private void rowNames(
      GraphicsContext g, HeatMap map, int first, double height, CanvasColours colours) {
    g.save();
    g.beginPath();
    g.rect(0, grid.top(), grid.left() - 6, height - grid.top());
    g.clip();
    g.setTextBaseline(VPos.CENTER);
    int step = (int) Math.max(1, Math.ceil(SMALLEST_NAME / grid.cellHeight()));
    int current = model.current();
    for (int r = first; r < map.rows().length && grid.y(r) < height; r++) {
      if (r % step == 0 || r == current) {
        g.setFill(Paints.of(r == current ? colours.accent() : colours.text()));
        g.fillText(
            widths.cut(map.rowName(r), grid.left() - 18), 8, grid.y(r) + grid.cellHeight() / 2);
      }
    }
    g.restore();
  }

  /** Width of the longest title of a column as it is written. */
  private double longestTitle(HeatMap map) {
    double longest = 0;
    for (String title : map.columnNames()) {
      longest = Math.max(longest, widths.of(widths.cut(title, LONGEST_NAME)));
    }
    return longest;
  }

  private void columnNames(
      GraphicsContext g, HeatMap map, int first, double width, CanvasColours colours) {
    g.save();
    g.beginPath();
    g.rect(0, 0, width, grid.top() - 4);
    g.clip();
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(Paints.of(colours.text()));
    int step = (int) Math.max(1, Math.ceil(SMALLEST_NAME / grid.cellWidth()));
    for (int c = first; c < map.columns().length && grid.x(c) < width; c++) {
      double x = grid.x(c) + grid.cellWidth() / 2;
      if (c % step == 0 && x > grid.left()) {
        g.save();
        g.translate(x, grid.top() - 8);
        g.rotate(-Math.toDegrees(SLOPE));
        g.fillText(widths.cut(map.columnName(c), LONGEST_NAME), 0, 0);
        g.restore();
      }
    }
    g.restore();
  }

  HeatGrid grid() {
    return grid;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  void setCell(int newRow, int newColumn) {
    if (row != newRow || column != newColumn) {
      row = newRow;
      column = newColumn;
      requestLayout();
    }
  }
}
