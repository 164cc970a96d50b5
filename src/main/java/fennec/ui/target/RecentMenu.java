package fennec.ui.target;

import fennec.ui.control.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** What was opened last and the sample tasks, within reach after the first run too. */
final class RecentMenu extends MenuButton {

  private static final String TITLE = "Opened last, and sample tasks";

  private final TargetViewModel model;

  RecentMenu(TargetViewModel model) {
    super(null, Icons.of("fth-clock"));
    this.model = model;
    setId("recent-menu");
    getStyleClass().addAll("button-icon", "small", "no-arrow");
    setAccessibleText(TITLE);
    setTooltip(new Tooltip(TITLE));
    setOnShowing(e -> fill());
    fill();
  }

  private void fill() {
    getItems().clear();
    for (String each : model.settingsProperty().get().recent()) {
      MenuItem item = new MenuItem(each, Icons.of(icon(each)));
      item.setMnemonicParsing(false);
      item.setOnAction(e -> model.open(List.of(Path.of(each))));
      getItems().add(item);
    }
    if (!getItems().isEmpty() && !model.samples().isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    for (SampleTask task : model.samples()) {
      MenuItem item = new MenuItem("Sample: " + task.title(), Icons.of("fth-image"));
      item.setId("recent-sample-" + Sources.fileName(task.folder()));
      item.setOnAction(e -> model.open(List.of(task.folder())));
      getItems().add(item);
    }
    if (getItems().isEmpty()) {
      MenuItem none = new MenuItem("Nothing was opened yet");
      none.setDisable(true);
      getItems().add(none);
    }
  }

  /** A button that opens {@code path} again. */
  static Button button(TargetViewModel model, String path, String title) {
    Button button = new Button(title, Icons.of(icon(path)));
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("flat", "recent");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    button.setTooltip(new Tooltip(path));
    button.setOnAction(e -> model.open(List.of(Path.of(path))));
    return button;
  }

  private static String icon(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".fennec.json")) {
      return "fth-save";
    }
    return Sources.isGraph(name) ? "fth-git-merge" : "fth-folder";
  }
}
