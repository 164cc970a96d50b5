package fennec.ui.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/**
 * Lets rows glide from where they were to where they are. Only rows that are on the screen move; a
 * row that comes from beyond the edge starts at the edge.
 */
final class RowGlide {

  private static final double SECONDS = 0.28;

  private final TableView<RowSlot> table;
  private final ObservableBooleanValue enabled;
  private final List<TableRow<RowSlot>> cells = new ArrayList<>();
  private final Map<Node, Double> offsets = new HashMap<>();
  private ShownRows before = ShownRows.NONE;
  private long started;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame(now);
        }
      };

  RowGlide(TableView<RowSlot> table, ObservableBooleanValue enabled) {
    this.table = table;
    this.enabled = enabled;
  }

  /** Tells of a row node that the table made. */
  void add(TableRow<RowSlot> cell) {
    cells.add(cell);
  }

  /** Starts gliding after {@code rows} took a new order. */
  void follow(ShownRows rows) {
    if (enabled.get() && !before.isEmpty() && table.getScene() != null) {
      start(rows);
    }
    before = rows;
  }

  private void start(ShownRows rows) {
    double height = table.getFixedCellSize();
    double reach = table.getHeight() + height;
    offsets.clear();
    for (TableRow<RowSlot> cell : cells) {
      int index = cell.getIndex();
      double from = 0;
      if (cell.isVisible() && index >= 0 && index < rows.size()) {
        int old = before.position(rows.get(index).ranked().index());
        from = old < 0 ? 0 : (old - index) * height;
      }
      double start = Math.max(-reach, Math.min(reach, from));
      cell.setTranslateY(start);
      if (start != 0) {
        offsets.put(cell, start);
      }
    }
    if (!offsets.isEmpty()) {
      started = System.nanoTime();
      timer.start();
    }
  }

  private void frame(long now) {
    double share = Math.min(1, Math.max(0, (now - started) / 1e9 / SECONDS));
    double left = Math.pow(1 - share, 3);
    offsets.forEach((node, offset) -> node.setTranslateY(offset * left));
    if (share >= 1) {
      timer.stop();
      offsets.clear();
    }
  }
}
