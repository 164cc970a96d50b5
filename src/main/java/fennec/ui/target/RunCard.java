package fennec.ui.target;

import fennec.embedding.EmbeddingPipeline;
import fennec.ui.control.Figures;
import fennec.ui.control.Icons;
import fennec.ui.control.TaskProgress;
import fennec.ui.task.RunningTask.Step;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The run under way or the last one: name, phase, rate, time left, device, Cancel. */
final class RunCard extends VBox {

  RunCard(TargetViewModel model, ObservableValue<String> device) {
    setId("run-card");
    getStyleClass().add("card");
    Label name = new Label();
    name.setId("run-name");
    name.getStyleClass().add("heading");
    name.textProperty().bind(model.nameProperty());
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button cancel = new Button("Cancel");
    cancel.setId("run-cancel");
    cancel.getStyleClass().add("small");
    cancel.setOnAction(e -> model.cancel());
    Button again = Icons.button("run-again", "fth-refresh-cw", "Rank again", model::again);
    Button goOn = new Button("Go on");
    goOn.setId("run-go-on");
    goOn.getStyleClass().add("small");
    goOn.setOnAction(e -> model.again());
    TaskProgress.shownWhile(goOn, model.interruptedProperty());
    HBox head = new HBox(8, name, goOn, again, cancel);
    head.setAlignment(Pos.CENTER_LEFT);
    Label where = new Label();
    where.setId("run-device");
    where.getStyleClass().add("muted");
    where.setWrapText(true);
    where.textProperty().bind(device);
    where.setGraphic(Icons.of("fth-cpu"));
    Label summary = new Label();
    summary.setId("run-summary");
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    where.setMinHeight(Region.USE_PREF_SIZE);
    setMinHeight(Region.USE_PREF_SIZE);
    summary.textProperty().bind(model.summaryProperty());
    Label warning = new Label();
    warning.setId("run-warning");
    warning.getStyleClass().add("note");
    warning.setWrapText(true);
    warning.setMinHeight(Region.USE_PREF_SIZE);
    warning.textProperty().bind(model.warningProperty());
    TaskProgress.shownWhile(warning, Bindings.isNotEmpty(model.warningProperty()));
    TaskProgress progress =
        new TaskProgress("run", model.runningProperty(), RunCard::phase, RunCard::pace);
    getChildren().addAll(head, progress, warning, summary, where);
    var running = Bindings.isNotNull(model.runningProperty());
    TaskProgress.shownWhile(progress, running);
    TaskProgress.shownWhile(cancel, running);
    TaskProgress.shownWhile(again, Bindings.not(running));
    TaskProgress.shownWhile(summary, Bindings.isNotEmpty(model.summaryProperty()));
  }

  private static String phase(Step step) {
    String name = capital(step.phase());
    return step.total() > 0
        ? String.format(Locale.ROOT, "%s: %,d of %,d", name, step.done(), step.total())
        : name;
  }

  /** Images a second where the steps are images, and the time left. */
  static String pace(Step step) {
    if (!(step.rate() > 0) || step.done() >= step.total()) {
      return " ";
    }
    String left = Figures.duration(step.secondsLeft()) + " left";
    return step.phase().equals(EmbeddingPipeline.PHASE)
        ? String.format(Locale.ROOT, "%.1f images/s, %s", step.rate(), left)
        : left;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
