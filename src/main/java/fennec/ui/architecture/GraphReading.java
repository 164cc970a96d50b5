package fennec.ui.architecture;

import fennec.error.FennecException;
import fennec.ui.task.Outcome;
import fennec.ui.task.RunningTask;
import fennec.ui.task.TaskRunner;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Reads the graph that is wanted, the latest wish first, and nothing before the pane is shown. */
final class GraphReading {

  private final TaskRunner tasks;
  private final ObservableBooleanValue shown;
  private final Consumer<OpenGraph> opened;
  private final Runnable failed;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<RunningTask> reading = new ReadOnlyObjectWrapper<>();
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private ArchitectureService service;
  private String wanted = "";
  private String loaded = "";

  /**
   * Reads while {@code shown} holds.
   *
   * @param opened takes the graph
   * @param failed is called when there is none, before the problem is told
   */
  GraphReading(
      TaskRunner tasks, ObservableBooleanValue shown, Consumer<OpenGraph> opened, Runnable failed) {
    this.tasks = tasks;
    this.shown = shown;
    this.opened = opened;
    this.failed = failed;
    shown.addListener(o -> load());
  }

  /** Reads by {@code connected} from now on. */
  void connect(ArchitectureService connected) {
    service = connected;
    load();
  }

  /** Wants the graph of a file, an architecture or a model. */
  void want(String given) {
    wanted = given;
    load();
  }

  /** Wants it, and reads it again if there was none. */
  void ask(String given) {
    loaded = loaded.equals(given) && !problem.get().isEmpty() ? "" : loaded;
    want(given);
  }

  /** Wants the graph of a file, which may be another than when it was read. */
  void ask(Path file) {
    loaded = loaded.equals(file.toString()) ? "" : loaded;
    want(file.toString());
  }

  private void load() {
    if (!shown.get() || service == null) {
      return;
    }
    if (names.isEmpty()) {
      ArchitectureService asked = service;
      tasks.runQuietly(progress -> asked.names(), names::setAll);
    }
    if (!wanted.isEmpty() && !wanted.equals(loaded)) {
      read(wanted);
    }
  }

  private void read(String given) {
    if (reading.get() != null) {
      reading.get().cancel();
    }
    loaded = given;
    problem.set("");
    ArchitectureService asked = service;
    RunningTask task =
        tasks.run(
            "Reading " + shortened(given),
            progress -> asked.open(given, progress),
            new Outcome<OpenGraph>() {
              @Override
              public void done(OpenGraph graph) {
                if (given.equals(wanted)) {
                  reading.set(null);
                  title.set(shortened(graph.given()));
                  opened.accept(graph);
                }
              }

              @Override
              public boolean failed(FennecException failure) {
                if (given.equals(wanted)) {
                  reading.set(null);
                  failed.run();
                  title.set(shortened(given));
                  problem.set(failure.getMessage());
                }
                return true;
              }

              @Override
              public void cancelled() {
                if (given.equals(wanted)) {
                  reading.set(null);
                  loaded = "";
                }
              }
            });
    if (!task.stateProperty().get().isOver()) {
      reading.set(task);
    }
  }

  /** The last part of a path, or a name as it is. */
  static String shortened(String given) {
    return given.substring(1 + Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')));
  }

  /** What was read last, as it was asked for; empty before the first. */
  String loaded() {
    return loaded;
  }

  /** Why there is no graph, in a sentence; empty if there is one or none is wanted. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Name of the model or file; empty before the first. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** The reading under way; null if there is none. */
  ReadOnlyObjectProperty<RunningTask> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Names that can be opened. */
  ObservableList<String> names() {
    return names;
  }
}
