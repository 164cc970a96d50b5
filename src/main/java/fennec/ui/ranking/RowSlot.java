package fennec.ui.ranking;

import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A place in the table. When alpha moves, places stay and their rows change, so that only the texts
 * of visible cells are touched.
 */
public final class RowSlot {

  private final int position;
  private final IntFunction<RankingRow> rows;
  private ObjectProperty<RankingRow> row;

  RowSlot(int position, IntFunction<RankingRow> rows) {
    this.position = position;
    this.rows = rows;
  }

  /** The row that stands here now. */
  public RankingRow row() {
    return rows.apply(position);
  }

  /** The row for whoever shows it; most places are never seen and need none. */
  ObjectProperty<RankingRow> rowProperty() {
    if (row == null) {
      row = new SimpleObjectProperty<>(row());
    }
    return row;
  }

  /** Tells that another row may stand here now. */
  void changed() {
    if (row != null) {
      row.set(row());
    }
  }
}
