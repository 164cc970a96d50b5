package fennec.ui.tasks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.ui.control.CanvasColours;
import fennec.ui.control.ColourScale;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of rows and columns, and which cell lies under the pointer. */
class HeatMapTest {

  private static final double NONE = Double.NaN;

  private final HeatMap map =
      HeatMap.of(
          List.of("a", "b", "c", "d"),
          List.of("x", "y"),
          new double[][] {{0.2, 0.4}, {0.9, NONE}, {NONE, NONE}, {0.3, 0.3}});

  @Test
  void rowsGoByMeanWithTiesByNameAndNothingLast() {
    HeatMap sorted = map.withRowsBy(map::meanOfRow);
    assertArrayEquals(new int[] {1, 0, 3, 2}, sorted.rows());
    assertEquals("b", sorted.rowName(0));
    assertEquals(0.9, sorted.at(0, 0));
    assertTrue(Double.isNaN(sorted.at(0, 1)));
    assertEquals(2, sorted.rowOf("d"));
    assertEquals(-1, sorted.rowOf("z"));
  }

  @Test
  void columnsGoByTheirKeyAndKeepTheRows() {
    HeatMap sorted = map.withRowsBy(map::meanOfRow).withColumnsBy(j -> j);
    assertEquals("y", sorted.columnName(0));
    assertEquals(0.4, sorted.at(1, 0));
    assertEquals(0.35, map.meanOfColumn(1), 1e-12);
  }

  @Test
  void otherValuesStandInTheSameOrder() {
    HeatMap sorted = map.withRowsBy(map::meanOfRow);
    double[][] other = {{1, 2}, {3, 4}, {5, 6}, {7, NONE}};
    assertEquals(3, sorted.withValues(other).at(0, 0));
  }

  @Test
  void aPixelIsFoundInItsCell() {
    HeatGrid grid = new HeatGrid();
    grid.resize(500, 400, 100, 50, 44);
    grid.setCells(200, 10);
    grid.fitColumns();
    assertEquals(35.6, grid.cellWidth(), 1e-9);
    assertEquals(0, grid.columnAt(100));
    assertEquals(9, grid.columnAt(450));
    assertEquals(-1, grid.columnAt(499), "beyond the last column");
    assertEquals(-1, grid.columnAt(99), "names of rows");
    assertEquals(-1, grid.rowAt(49), "names of columns");
    assertEquals(1, grid.rowAt(50 + grid.cellHeight() * 1.5));
    grid.scroll(0, 10 * grid.cellHeight());
    assertEquals(10, grid.rowAt(50));
    assertEquals(50, grid.y(10), 1e-9);
    grid.scroll(0, 1e9);
    assertEquals(199, grid.rowAt(399.5));
    grid.scroll(0, -1e9);
    assertEquals(0, grid.rowAt(50));
  }

  @Test
  void zoomingKeepsTheCellUnderThePointer() {
    HeatGrid grid = new HeatGrid();
    grid.resize(500, 400, 100, 50, 44);
    grid.setCells(300, 60);
    grid.scroll(200, 700);
    int row = grid.rowAt(222);
    int column = grid.columnAt(333);
    grid.zoom(1.7, 333, 222);
    assertEquals(row, grid.rowAt(222));
    assertEquals(column, grid.columnAt(333));
  }

  @Test
  void revealingScrollsAsLittleAsNeeded() {
    HeatGrid grid = new HeatGrid();
    grid.resize(500, 400, 100, 50, 44);
    grid.setCells(300, 60);
    grid.reveal(100, 59);
    assertEquals(400 - grid.cellHeight(), grid.y(100), 1e-9);
    assertEquals(500 - 44 - grid.cellWidth(), grid.x(59), 1e-9, "the slanted title is seen too");
    grid.reveal(0, 0);
    assertEquals(50, grid.y(0), 1e-9);
    assertEquals(100, grid.x(0), 1e-9);
    grid.fitAll();
    assertEquals(299, grid.rowAt(50 + 300 * grid.cellHeight() - 1));
  }

  @Test
  void residualsOfNothingAreTheBackgroundAndSidesAreAlike() {
    HeatMap residuals = HeatMap.of(List.of("a"), List.of("x", "y"), new double[][] {{-0.2, 0.1}});
    for (boolean dark : new boolean[] {true, false}) {
      HeatColours colours = HeatColours.of(residuals, true, dark);
      int background = CanvasColours.of(dark).background();
      assertEquals(background, colours.at(0));
      assertEquals(-0.2, colours.low());
      assertEquals(0.2, colours.high());
      assertTrue(ColourScale.contrast(colours.at(-0.2), background) >= 4.5);
      assertTrue(ColourScale.contrast(colours.at(0.2), background) >= 4.5);
      assertEquals(ColourScale.sequential(1, dark), HeatColours.of(residuals, false, dark).at(0.1));
    }
  }
}
