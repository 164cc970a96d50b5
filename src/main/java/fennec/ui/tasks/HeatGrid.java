package fennec.ui.tasks;

/** Where the cells of a heat map lie in a view, and which part of it is shown. */
public final class HeatGrid {

  private static final double SMALLEST = 3;
  private static final double LARGEST = 80;

  private double width;
  private double height;
  private double left;
  private double top;
  private double right;
  private int rows;
  private int columns;
  private double cellHeight = 14;
  private double cellWidth = 22;
  private double scrollX;
  private double scrollY;

  /**
   * Tells the size of the view, of its margins for names, and of the map.
   *
   * @param leftMargin room for the names of rows
   * @param topMargin room for the names of columns
   * @param rightMargin room for the slanted name of the last column
   */
  public void resize(
      double viewWidth,
      double viewHeight,
      double leftMargin,
      double topMargin,
      double rightMargin) {
    width = viewWidth;
    height = viewHeight;
    left = leftMargin;
    top = topMargin;
    right = rightMargin;
    scroll(0, 0);
  }

  /** Tells the number of cells. */
  public void setCells(int rowCount, int columnCount) {
    rows = rowCount;
    columns = columnCount;
    scroll(0, 0);
  }

  /** Makes columns as wide as they can be with all of them in view, within what is readable. */
  public void fitColumns() {
    cellWidth = columns == 0 ? 22 : Math.max(12, Math.min(44, (width - left - right) / columns));
    scroll(0, 0);
  }

  /** Shows all cells, however small. */
  public void fitAll() {
    fitColumns();
    cellHeight = rows == 0 ? 14 : Math.max(SMALLEST, Math.min(22, (height - top) / rows));
    scrollX = 0;
    scrollY = 0;
  }

  /** Scrolls by so many pixels, no further than there are cells. */
  public void scroll(double dx, double dy) {
    scrollX = Math.max(0, Math.min(columns * cellWidth + right - (width - left), scrollX + dx));
    scrollY = Math.max(0, Math.min(rows * cellHeight - (height - top), scrollY + dy));
    scrollX = Math.max(0, scrollX);
    scrollY = Math.max(0, scrollY);
  }

  /** Zooms by {@code factor}; the cell under the pixel (x, y) stays there where it can. */
  public void zoom(double factor, double x, double y) {
    double column = (x - left + scrollX) / cellWidth;
    double row = (y - top + scrollY) / cellHeight;
    cellWidth = Math.max(SMALLEST, Math.min(LARGEST, cellWidth * factor));
    cellHeight = Math.max(SMALLEST, Math.min(LARGEST, cellHeight * factor));
    scrollX = column * cellWidth - (x - left);
    scrollY = row * cellHeight - (y - top);
    scroll(0, 0);
  }

  /** Scrolls as little as needed to show the cell. */
  public void reveal(int row, int column) {
    double x = column * cellWidth;
    double y = row * cellHeight;
    double across = Math.max(cellWidth, width - left - right);
    double bottom = Math.max(cellHeight, height - top);
    scroll(
        Math.min(0, x - scrollX) + Math.max(0, x + cellWidth - scrollX - across),
        Math.min(0, y - scrollY) + Math.max(0, y + cellHeight - scrollY - bottom));
  }

  /** Row at a pixel row, or -1 outside of the cells. */
  public int rowAt(double y) {
    int row = (int) Math.floor((y - top + scrollY) / cellHeight);
    return y >= top && row >= 0 && row < rows ? row : -1;
  }

  /** Column at a pixel column, or -1 outside of the cells. */
  public int columnAt(double x) {
    int column = (int) Math.floor((x - left + scrollX) / cellWidth);
    return x >= left && column >= 0 && column < columns ? column : -1;
  }

  /** Left edge of a column in pixels. */
  public double x(int column) {
    return left + column * cellWidth - scrollX;
  }

  /** Upper edge of a row in pixels. */
  public double y(int row) {
    return top + row * cellHeight - scrollY;
  }

  /** Height of a cell in pixels. */
  public double cellHeight() {
    return cellHeight;
  }

  /** Width of a cell in pixels. */
  public double cellWidth() {
    return cellWidth;
  }

  /** Where cells begin, from the left. */
  public double left() {
    return left;
  }

  /** Where cells begin, from the top. */
  public double top() {
    return top;
  }
}
