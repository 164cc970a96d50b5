package fennec.ui.ranking;

import javafx.css.PseudoClass;

/** How many places a model gained or lost. */
final class MovedCell extends RowCell {
  private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
  private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

  MovedCell() {
    getStyleClass().add("moved");
  }

  @Override
  void show(RankingRow row) {
    int moved = row == null ? 0 : row.moved();
    setText(moved == 0 ? null : (moved > 0 ? "\u25b2" : "\u25bc") + Math.abs(moved));
    pseudoClassStateChanged(UP, moved > 0);
    pseudoClassStateChanged(DOWN, moved < 0);
  }
}
