package fennec.ui.evaluation;

import fennec.ui.control.Figures;
import fennec.ui.control.Icons;
import fennec.ui.task.RunningTask;
import fennec.ui.task.RunningTask.Step;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Starts an evaluation; while one is under way, shows how far it is and stops it. */
final class EvaluationRunView extends VBox {

  private final ProgressBar bar = new ProgressBar();
  private final Label phase = new Label();
  private final Label left = new Label();
  private final InvalidationListener follow = o -> step();
  private RunningTask task;

  EvaluationRunView(EvaluationViewModel model) {
    super(8);
    getStyleClass().add("evaluation-run");
    Button run = new Button("Evaluate", Icons.of("fth-play"));
    run.setId("evaluation-run");
    run.getStyleClass().add("accent");
    run.setMaxWidth(Double.MAX_VALUE);
    run.setOnAction(e -> model.run());
    Button cancel = new Button("Cancel", Icons.of("fth-x"));
    cancel.setId("evaluation-cancel");
    cancel.setMaxWidth(Double.MAX_VALUE);
    cancel.setOnAction(e -> model.cancel());
    bar.setId("evaluation-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    phase.setWrapText(true);
    left.setId("evaluation-left");
    left.getStyleClass().add("muted");
    Label note = new Label();
    note.setId("evaluation-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.textProperty().bind(model.noteProperty());
    VBox progress = new VBox(6, bar, phase, left, cancel);
    getChildren().addAll(note, progress, run);
    var running = Bindings.isNotNull(model.runningProperty());
    shownWhile(progress, running);
    shownWhile(run, Bindings.not(running));
    shownWhile(note, Bindings.isNotEmpty(model.noteProperty()));
    model.runningProperty().addListener((o, before, now) -> follow(now));
    follow(model.runningProperty().get());
  }

  private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
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
                    Locale.ROOT, "%s, %,d of %,d", step.phase(), step.done(), step.total())
                : step.phase());
    left.setText(
        step.rate() > 0
            ? Figures.duration(step.secondsLeft()) + " left"
            : "Time left is not known yet");
  }
}
