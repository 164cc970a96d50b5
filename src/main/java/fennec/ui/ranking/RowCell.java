package fennec.ui.ranking;

import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;

/** A cell whose size its row and column give, whatever it shows. */
abstract class RowCell extends TableCell<RowSlot, RankingRow> {

  /** Shows {@code row}; null stands for an empty cell. */
  abstract void show(RankingRow row);

  @Override
  protected final void updateItem(RankingRow row, boolean empty) {
    super.updateItem(row, empty);
    show(empty ? null : row);
  }

  /**
   * Lays out this cell alone. A table that is asked for a new layout places all of its rows anew,
   * fills every cell once more and styles it again, on each move of the slider.
   */
  @Override
  public void requestLayout() {
    if (getParent() instanceof TableRow) {
      setNeedsLayout(true);
    } else {
      super.requestLayout();
    }
  }
}
