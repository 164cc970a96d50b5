package fennec.ui.evaluation;

import fennec.ui.control.Figures;
import fennec.ui.control.Icons;
import fennec.ui.control.TaskProgress;
import fennec.ui.task.RunningTask.Step;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Starts an evaluation; while one is under way, shows how far it is and stops it. */
final class EvaluationRunView extends VBox {

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
    Label note = new Label();
    note.setId("evaluation-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.textProperty().bind(model.noteProperty());
    TaskProgress progress =
        new TaskProgress(
            "evaluation",
            model.runningProperty(),
            EvaluationRunView::phase,
            EvaluationRunView::timeLeft);
    progress.getChildren().add(cancel);
    getChildren().addAll(note, progress, run);
    var running = Bindings.isNotNull(model.runningProperty());
    TaskProgress.shownWhile(progress, running);
    TaskProgress.shownWhile(run, Bindings.not(running));
    TaskProgress.shownWhile(note, Bindings.isNotEmpty(model.noteProperty()));
  }

  private static String phase(Step step) {
    return step.total() > 0
        ? String.format(Locale.ROOT, "%s, %,d of %,d", step.phase(), step.done(), step.total())
        : step.phase();
  }

  private static String timeLeft(Step step) {
    return step.rate() > 0
        ? Figures.duration(step.secondsLeft()) + " left"
        : "Time left is not known yet";
  }
}
