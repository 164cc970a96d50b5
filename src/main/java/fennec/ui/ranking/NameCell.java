package fennec.ui.ranking;

import fennec.ui.control.Icons;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/** A model's name, with a mark if it is pinned. */
final class NameCell extends RowCell {
  private final Node pin = Icons.of("fth-bookmark");
  private final Tooltip tooltip = new Tooltip();

  NameCell() {
    getStyleClass().add("model-name");
    // publishers' names come first and often agree; the tail tells models apart
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    setGraphicTextGap(6);
  }

  @Override
  void show(RankingRow row) {
    setText(row == null ? null : row.name());
    setGraphic(row != null && row.pinned() ? pin : null);
    setTooltip(row == null ? null : tooltip);
    tooltip.setText(getText());
  }
}
