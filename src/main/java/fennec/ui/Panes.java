package fennec.ui;

import fennec.ui.control.EmptyState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The parts of the window, wired: the tabs, one line each, and what stands beside and above. */
final class Panes {

  private Panes() {}

  /** The tabs from left to right. */
  static List<fennec.ui.Pane> all(PaneContext context) {
    return List.of(new fennec.ui.Pane("ranking", "Ranking", "fth-bar-chart-2", Panes::ranking));
  }

  /** The task pane on the left. */
  static Node task(PaneContext context, MainViewModel model) {
    return new Pane();
  }

  /** The alpha slider above the tabs. */
  static Node slider(PaneContext context) {
    return new Pane();
  }

  private static Node ranking() {
    return new EmptyState(
        "fth-bar-chart-2", "No ranking yet", "Choose a folder of images on the left.");
  }
}
