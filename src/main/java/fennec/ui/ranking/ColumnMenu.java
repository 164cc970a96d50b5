package fennec.ui.ranking;

import atlantafx.base.controls.Popover;
import fennec.ui.control.Icons;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows and hides columns, and says what each of them means. */
final class ColumnMenu extends MenuButton {

  private static final double WIDTH = 420;
  private static final double HEIGHT = 420;

  ColumnMenu(ColumnChoice choice) {
    super(null, Icons.of("fth-list"));
    setId("ranking-columns");
    getStyleClass().addAll("button-icon", "no-arrow");
    setAccessibleText("Columns");
    setTooltip(new Tooltip("Choose columns, or read what they mean"));
    MenuItem meaning = new MenuItem("What do they mean?", Icons.of("fth-help-circle"));
    meaning.setId("columns-meaning");
    meaning.setOnAction(e -> explain());
    getItems().addAll(meaning, new SeparatorMenuItem());
    for (RankingColumn column : RankingColumn.values()) {
      if (column.canBeHidden()) {
        getItems().add(item(column, choice));
      }
    }
  }

  private static MenuItem item(RankingColumn column, ColumnChoice choice) {
    CheckMenuItem item = new CheckMenuItem(column.title());
    item.setId("show-column-" + column.id());
    item.setSelected(choice.isShown(column));
    item.setOnAction(e -> choice.show(column, item.isSelected()));
    choice
        .settingsProperty()
        .addListener((o, before, now) -> item.setSelected(choice.isShown(column)));
    return item;
  }

  private void explain() {
    VBox box = new VBox(2);
    box.setId("column-meanings");
    box.setPrefWidth(WIDTH);
    for (RankingColumn column : RankingColumn.values()) {
      Label title = new Label(column.title());
      title.getStyleClass().add("strong");
      Label text = new Label(column.explanation());
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      text.getStyleClass().add("column-meaning");
      box.getChildren().addAll(title, text);
    }
    Popover popover = new Popover(scrolled(box));
    popover.setTitle("What the columns mean");
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    popover.show(this);
  }

  private static Node scrolled(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportWidth(WIDTH);
    scroll.setPrefViewportHeight(HEIGHT);
    scroll.getStyleClass().addAll("edge-to-edge", "column-meanings");
    return scroll;
  }
}
