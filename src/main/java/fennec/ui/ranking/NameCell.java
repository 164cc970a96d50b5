package fennec.ui.ranking;

import fennec.ui.control.Icons;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A model's name, with a mark if it is pinned. */
final class NameCell extends TableCell<RowSlot, RankingRow> {
  private final Node pin = Icons.of("fth-bookmark");
  private final Tooltip tooltip = new Tooltip();

  NameCell() {
    getStyleClass().add("model-name");
    // publishers' names come first and often agree; the tail tells models apart
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    setGraphicTextGap(6);
  }

  @Override
  protected void updateItem(RankingRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean shown = !empty && row != null;
    setText(shown ? row.name() : null);
    setGraphic(shown && row.pinned() ? pin : null);
    setTooltip(shown ? tooltip : null);
    if (shown) {
      tooltip.setText(row.name());
    }
  }
}
