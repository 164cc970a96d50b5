package fennec.ui.control;

import fennec.ui.task.RunningTask;
import fennec.ui.task.RunningTask.Step;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far the task that is under way has come: a bar, its phase, and its pace or time left. */
public final class TaskProgress extends VBox {

  private final ProgressBar bar = new ProgressBar();
  private final Label phase = new Label();
  private final Label pace = new Label();
  private final Function<Step, String> phaseText;
  private final Function<Step, String> paceText;
  private final InvalidationListener follow = o -> step();
  private RunningTask task;

  /**
   * Follows {@code running}, whose value is null while nothing runs.
   *
   * @param id the bar's id is {@code <id>-progress}
   * @param phaseText what to say of a step that has a phase
   * @param paceText what to say of its rate and time left
   */
  public TaskProgress(
      String id,
      ObservableValue<RunningTask> running,
      Function<Step, String> phaseText,
      Function<Step, String> paceText) {
    super(6);
    this.phaseText = phaseText;
    this.paceText = paceText;
    bar.setId(id + "-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    phase.setId(id + "-phase");
    phase.setWrapText(true);
    pace.setId(id + "-pace");
    pace.getStyleClass().add("muted");
    getChildren().addAll(bar, phase, pace);
    running.addListener((o, before, now) -> follow(now));
    follow(running.getValue());
  }

  /** Shows {@code node}, and gives it room, only while {@code condition} holds. */
  public static void shownWhile(Node node, ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }

  /**
   * Runs {@code add} when {@code condition} first holds. What is not in the window is not styled
   * and laid out either, so that the window is up sooner.
   */
  public static void onceShown(ObservableValue<Boolean> condition, Runnable add) {
    if (condition.getValue()) {
      add.run();
      return;
    }
    condition.addListener(
        new ChangeListener<>() {
          @Override
          public void changed(
              ObservableValue<? extends Boolean> observed, Boolean before, Boolean now) {
            if (now) {
              observed.removeListener(this);
              add.run();
            }
          }
        });
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
    phase.setText(step.phase().isEmpty() ? "Starting" : phaseText.apply(step));
    pace.setText(paceText.apply(step));
  }
}
