package fennec.ui.ranking;

import java.util.HashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/**
 * Lets rows glide from where they were to where they are. Only rows that are on the screen move; a
 * row that comes from beyond the edge starts at the edge.
 */
final class RowGlide {

  private static final double SECONDS = 0.28;

  private final TableView<RankingRow> table;
  private final ObservableBooleanValue enabled;
  private final Map<String, Integer> before = new HashMap<>();
  private final Map<Node, Double> offsets = new HashMap<>();
  private long started;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame(now);
        }
      };

  RowGlide(TableView<RankingRow> table, ObservableBooleanValue enabled) {
    this.table = table;
    this.enabled = enabled;
  }

  /** Starts gliding after {@code rows} took a new order. */
  void follow(ObservableList<RankingRow> rows) {
    boolean glide = enabled.get() && !before.isEmpty() && table.getScene() != null;
    if (glide) {
      table.layout();
      start();
    }
    before.clear();
    for (int i = 0; i < rows.size(); i++) {
      before.put(rows.get(i).name(), i);
    }
  }

  private void start() {
    double height = table.getFixedCellSize();
    double reach = table.getHeight() + height;
    Map<Node, Double> next = new HashMap<>();
    for (Node node : table.lookupAll(".table-row-cell")) {
      if (node instanceof TableRow<?> row && row.getItem() instanceof RankingRow shown) {
        Integer old = before.get(shown.name());
        double from = old == null ? 0 : (old - row.getIndex()) * height;
        double start = Math.max(-reach, Math.min(reach, from));
        if (start != 0) {
          next.put(node, start);
        } else {
          node.setTranslateY(0);
        }
      }
    }
    offsets.keySet().stream()
        .filter(node -> !next.containsKey(node))
        .forEach(node -> node.setTranslateY(0));
    offsets.clear();
    offsets.putAll(next);
    if (!offsets.isEmpty()) {
      started = System.nanoTime();
      frame(started);
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
