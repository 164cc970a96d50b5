package fennec.ui.target;

import fennec.ui.control.Figures;
import fennec.ui.control.Icons;
import fennec.ui.task.RunningTask;
import fennec.ui.task.RunningTask.Step;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The run under way or the last one: name, phase, rate, time left, device, Cancel. */
final class RunCard extends VBox {

  private final ProgressBar bar = new ProgressBar();
  private final Label phase = new Label();
  private final Label rate = new Label();
  private final InvalidationListener follow = o -> step();
  private RunningTask task;

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
    HBox head = new HBox(8, name, again, cancel);
    head.setAlignment(Pos.CENTER_LEFT);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setId("run-progress");
    phase.setId("run-phase");
    rate.setId("run-rate");
    rate.getStyleClass().add("muted");
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
    VBox progress = new VBox(6, bar, phase, rate);
    getChildren().addAll(head, progress, summary, where);
    var running = Bindings.isNotNull(model.runningProperty());
    shownWhile(progress, running);
    shownWhile(cancel, running);
    shownWhile(again, Bindings.not(running));
    shownWhile(summary, Bindings.isNotEmpty(model.summaryProperty()));
    model.runningProperty().addListener((o, before, now) -> follow(now));
  }

  static void shownWhile(javafx.scene.Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  private void follow(RunningTask next) {
    if (task != null) {
      task.stepProperty().removeListener(follow);
      bar.progressProperty().unbind();
    }
    task = next;
    if (task != null) {
      bar.progressProperty().bind(task.fractionProperty());
      task.stepProperty().addListener(follow);
      step();
    }
  }

  private void step() {
    if (task == null) {
      return;
    }
    Step step = task.stepProperty().get();
    phase.setText(
        step.phase().isEmpty()
            ? "Starting"
            : step.total() > 0
                ? String.format(
                    Locale.ROOT, "%s: %,d of %,d", capital(step.phase()), step.done(), step.total())
                : capital(step.phase()));
    rate.setText(
        step.rate() > 0
            ? String.format(
                Locale.ROOT,
                "%.1f images/s, %s left",
                step.rate(),
                Figures.duration(step.secondsLeft()))
            : " ");
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
