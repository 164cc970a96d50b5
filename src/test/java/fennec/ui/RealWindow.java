package fennec.ui;

import fennec.io.RankOptions;
import fennec.io.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;

/** The whole program in its window, for benches; to be used on the window's thread. */
public final class RealWindow {

  private final MainWindow window;

  /** Shows it on {@code stage}, with settings of its own in {@code folder}. */
  public RealWindow(Stage stage, Path folder) {
    window = new MainWindow(stage, new SettingsFile(folder.resolve("settings.json")), page -> {});
    window.show(new WorkbenchServices(RankOptions.DEFAULT));
  }

  /** Ranks for {@code folder}, as if it had been dropped. */
  public void open(Path folder) {
    window.panes().target().open(List.of(folder));
  }

  /** Ids of the panes. */
  public List<String> panes() {
    return window.panes().all().stream().map(Pane::id).toList();
  }

  /** Brings a pane to the front. */
  public void show(String pane) {
    window.context().session().paneProperty().set(pane);
  }

  /** Whether the program is still being loaded or something is under way. */
  public boolean isBusy() {
    return window.context().services().get() == null || !window.context().tasks().tasks().isEmpty();
  }

  /** Name of the task that was ranked last; empty before the first. */
  public String ranked() {
    var run = window.context().session().runProperty().get();
    return run == null ? "" : run.recommendation().task().name();
  }
}
