package fennec.ui.target;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * The folders opened last, and sample tasks as buttons. These are found a moment after the window
 * is up; they stand below, so that what was there before does not move under the mouse.
 */
final class StartPoints extends VBox {

  private static final int SHOWN_RECENT = 5;

  private final TargetViewModel model;
  private final FlowPane samples = new FlowPane(6, 6);
  private final VBox recent = new VBox();

  StartPoints(TargetViewModel model) {
    super(8);
    this.model = model;
    setId("start-points");
    samples.setId("samples");
    recent.setId("recent");
    getChildren().addAll(heading("Recent"), recent, heading("Try a sample task"), samples);
    model.samples().addListener((InvalidationListener) o -> showSamples());
    model.settingsProperty().addListener((o, before, now) -> showRecent());
    showSamples();
    showRecent();
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("section");
    return label;
  }

  private void showSamples() {
    samples.getChildren().setAll(model.samples().stream().map(this::sample).toList());
    setShown(2, !model.samples().isEmpty());
  }

  private Node sample(SampleTask task) {
    Button button = new Button(task.title());
    button.setId("sample-" + Sources.fileName(task.folder()));
    button.getStyleClass().addAll("chip");
    button.setTooltip(new Tooltip(task.size() + " in " + task.folder()));
    button.setOnAction(e -> model.open(List.of(task.folder())));
    return button;
  }

  private void showRecent() {
    List<String> folders = model.settingsProperty().get().recent();
    recent
        .getChildren()
        .setAll(
            folders.stream()
                .limit(SHOWN_RECENT)
                .map(each -> RecentMenu.button(model, each, Sources.title(each, folders)))
                .toList());
    setShown(0, !folders.isEmpty());
  }

  private void setShown(int heading, boolean shown) {
    for (Node node : getChildren().subList(heading, heading + 2)) {
      node.setVisible(shown);
      node.setManaged(shown);
    }
  }
}
