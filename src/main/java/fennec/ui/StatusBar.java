package fennec.ui;

import fennec.ui.control.Icons;
import fennec.ui.task.RunningTask;
import fennec.ui.task.RunningTask.Step;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The bottom of the window: encoder and device, running work with Cancel, memory. */
final class StatusBar extends HBox {

  private static final double MEGABYTE = 1 << 20;

  private static final double REASON_WIDTH = 420;
  private static final double SHORTEST_BAR = 30;

  private final HBox running = new HBox(14);
  private final Map<RunningTask, HBox> shown = new HashMap<>();
  private final Label memory = new Label();
  private final Timeline watch;

  StatusBar(
      ObservableStringValue device,
      ObservableStringValue deviceReason,
      ObservableList<RunningTask> tasks) {
    setId("status-bar");
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label deviceLabel = new Label("", Icons.of("fth-cpu"));
    deviceLabel.setId("status-device");
    deviceLabel.textProperty().bind(device);
    deviceLabel.setMinWidth(0);
    Tooltip reason = new Tooltip();
    reason.setWrapText(true);
    reason.setMaxWidth(REASON_WIDTH);
    reason.textProperty().bind(Bindings.concat(device, "\n", deviceReason));
    deviceLabel.setTooltip(reason);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    running.setId("status-tasks");
    running.setAlignment(Pos.CENTER_RIGHT);
    // Many tasks at a time shorten their texts; they never push the window's content aside.
    running.setMinWidth(0);
    setMinWidth(0);
    memory.setId("status-memory");
    memory.getStyleClass().add("muted");
    memory.setMinWidth(Region.USE_PREF_SIZE);
    memory.setTooltip(new Tooltip("Memory in use, of what the program may take"));
    getChildren().addAll(deviceLabel, gap, running, memory);
    tasks.forEach(this::add);
    tasks.addListener(
        (ListChangeListener<RunningTask>)
            change -> {
              while (change.next()) {
                change
                    .getRemoved()
                    .forEach(task -> running.getChildren().remove(shown.remove(task)));
                change.getAddedSubList().forEach(this::add);
              }
            });
    watch = new Timeline(new KeyFrame(Duration.seconds(2), e -> memory()));
    watch.setCycleCount(Animation.INDEFINITE);
    memory();
    sceneProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null) {
                watch.stop();
              } else {
                watch.play();
              }
            });
  }

  private void memory() {
    Runtime runtime = Runtime.getRuntime();
    double used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    memory.setText(
        String.format(Locale.ROOT, "%.0f of %.0f MB", used, runtime.maxMemory() / MEGABYTE));
  }

  private void add(RunningTask task) {
    Label title = new Label(task.title());
    title.setMinWidth(0);
    title.setTooltip(new Tooltip(task.title()));
    ProgressBar bar = new ProgressBar(-1);
    bar.getStyleClass().add("small");
    bar.setPrefWidth(110);
    bar.setMinWidth(SHORTEST_BAR);
    bar.progressProperty().bind(task.fractionProperty());
    Label phase = new Label();
    phase.setMinWidth(0);
    phase.getStyleClass().add("muted");
    task.stepProperty().addListener((o, before, now) -> phase.setText(phase(now)));
    Button cancel = Icons.button("cancel-task", "fth-x", "Cancel: " + task.title(), task::cancel);
    cancel.getStyleClass().add("small");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(8, title, phase, bar, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    shown.put(task, row);
    running.getChildren().add(row);
  }

  private static String phase(Step step) {
    return step.total() > 0
        ? String.format(Locale.ROOT, "%s %,d of %,d", step.phase(), step.done(), step.total())
        : step.phase();
  }
}
