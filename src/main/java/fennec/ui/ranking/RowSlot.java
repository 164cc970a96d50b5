package fennec.ui.ranking;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A place in the table. When alpha moves, places stay and their rows change, so that only the texts
 * of visible cells are touched.
 */
public final class RowSlot {

  private final ObjectProperty<RankingRow> row;

  RowSlot(RankingRow first) {
    row = new SimpleObjectProperty<>(first);
  }

  /** The row that stands here now. */
  public RankingRow row() {
    return row.get();
  }

  ObjectProperty<RankingRow> rowProperty() {
    return row;
  }
}
