package fennec.ui.ranking;

import fennec.ui.action.Action;
import fennec.ui.action.ActionNodes;
import fennec.ui.action.ActionRegistry;
import fennec.ui.control.Icons;
import fennec.ui.control.TaskProgress;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The ranking: filters above, the table with what is compared below, the reasons beside. */
public final class RankingView extends StackPane {

  private static final double LEAST_TABLE = 150;
  private static final double ROOM_FOR_REASONS = 880;
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final SplitPane split = new SplitPane();
  private final WhyView why;

  /**
   * Creates the view; {@code actions} holds the pane's actions already, {@code empty} is shown
   * before the first ranking.
   */
  public RankingView(
      RankingViewModel model,
      ActionRegistry actions,
      ObservableBooleanValue animations,
      BooleanProperty whyShown,
      ColumnChoice columns,
      Node empty) {
    setId("ranking");
    RankingTable table = new RankingTable(model, animations, columns);
    List<Button> buttons =
        Stream.of(
                "ranking.pin",
                "ranking.compare",
                "ranking.copy-python",
                "ranking.page",
                "ranking.architecture")
            .flatMap(id -> actions.find(id).stream())
            .map(RankingView::small)
            .toList();
    why = new WhyView(model, buttons);
    ToggleButton toggle = new ToggleButton("Why", Icons.of("fth-help-circle"));
    toggle.setId("ranking-why");
    toggle.selectedProperty().bindBidirectional(whyShown);
    toggle.setTooltip(
        new Tooltip(actions.find("ranking.why").map(ActionNodes::withShortcut).orElse("Reasons")));
    Button export =
        actions.find("file.export").map(ActionNodes::button).orElseGet(() -> new Button("Export"));
    export.setText("Export");
    FilterBar bar = new FilterBar(model, export, new ColumnMenu(columns), toggle);
    VBox left =
        new VBox(bar, table, new CompareView(model, actions.find("ranking.compare-graphs")));
    VBox.setVgrow(table, Priority.ALWAYS);
    table.setMinHeight(LEAST_TABLE);
    left.getStyleClass().add("ranking-left");
    split.getItems().setAll(left);
    split.setId("ranking-split");
    SplitPane.setResizableWithParent(why, false);
    why.setMinWidth(280);
    left.setMinWidth(320);
    widthProperty()
        .addListener(
            (o, before, now) -> makeRoom(before.doubleValue(), now.doubleValue(), whyShown));
    whyShown.addListener((o, before, now) -> showWhy(now));
    showWhy(whyShown.get());
    var ranked = Bindings.isNotNull(model.session().runProperty());
    split.visibleProperty().bind(ranked);
    empty.visibleProperty().bind(Bindings.not(ranked));
    getChildren().add(empty);
    TaskProgress.onceShown(ranked, () -> getChildren().add(0, split));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (FIND.match(event)) {
            bar.search().requestFocus();
            event.consume();
          }
        });
  }

  /** Where there is little room the reasons give way; the button brings them back. */
  private void makeRoom(double before, double now, BooleanProperty whyShown) {
    boolean first = before <= 0;
    if ((first && narrow(now)) || (!first && narrow(before) != narrow(now))) {
      whyShown.set(!narrow(now));
    }
    if (first) {
      divide();
    }
  }

  private void divide() {
    if (getWidth() > 0) {
      split.setDividerPositions(1 - Math.max(0.25, Math.min(0.5, 290 / getWidth())));
    }
  }

  private static boolean narrow(double width) {
    return width < ROOM_FOR_REASONS;
  }

  private static Button small(Action action) {
    Button button = ActionNodes.button(action);
    button.getStyleClass().add("small");
    return button;
  }

  private void showWhy(boolean shown) {
    if (shown && !split.getItems().contains(why)) {
      split.getItems().add(why);
      divide();
    } else if (!shown) {
      split.getItems().remove(why);
    }
  }
}
