package fennec.ui.ranking;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

/** How many places a model gained or lost. */
final class MovedCell extends TableCell<RowSlot, RankingRow> {
  private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
  private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

  MovedCell() {
    getStyleClass().add("moved");
  }

  @Override
  protected void updateItem(RankingRow row, boolean empty) {
    super.updateItem(row, empty);
    int moved = empty || row == null ? 0 : row.moved();
    setText(moved == 0 ? null : (moved > 0 ? "\u25b2" : "\u25bc") + Math.abs(moved));
    pseudoClassStateChanged(UP, moved > 0);
    pseudoClassStateChanged(DOWN, moved < 0);
  }
}
