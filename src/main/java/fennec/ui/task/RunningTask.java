package fennec.ui.task;

import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A piece of work as its watchers see it. The work reports as often as it likes, from any thread;
 * properties change only in {@link #refresh}, on the window's thread.
 */
public final class RunningTask {

  /**
   * How far the work was when last looked at.
   *
   * @param done steps finished
   * @param total steps of the phase; 0 or less if not known
   * @param phase what is being done
   * @param rate steps a second in this phase; 0 if not known yet
   */
  public record Step(long done, long total, String phase, double rate) {

    /** Seconds until the phase ends at this rate; NaN if it cannot be said. */
    public double secondsLeft() {
      return total > 0 && rate > 0 ? (total - done) / rate : Double.NaN;
    }

    /** Fraction done, or -1 if the end is not known. */
    public double fraction() {
      return total > 0 ? Math.min(1, (double) done / total) : -1;
    }
  }

  private record Report(long done, long total, String phase, long firstDone, long since) {}

  private final String title;
  private final AtomicReference<Report> reported = new AtomicReference<>();
  private final List<Runnable> watchers = new ArrayList<>();
  private final ReadOnlyObjectWrapper<TaskState> state =
      new ReadOnlyObjectWrapper<>(TaskState.WAITING);
  private final ReadOnlyObjectWrapper<Step> step =
      new ReadOnlyObjectWrapper<>(new Step(0, 0, "", 0));
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private volatile boolean cancelRequested;
  private volatile boolean begun;

  /** Creates work named {@code title} that has not begun. */
  public RunningTask(String title) {
    this.title = title;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** Asks the work to stop at its next check. */
  public void cancel() {
    cancelRequested = true;
  }

  /** Whether {@link #cancel} was called. */
  public boolean isCancelRequested() {
    return cancelRequested;
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<TaskState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Fraction done of the present phase, -1 where it is not known. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** Calls {@code watcher} on the window's thread at each refresh, at most ten times a second. */
  public void onRefresh(Runnable watcher) {
    watchers.add(watcher);
  }

  /** What the work reports to. */
  Progress progress() {
    return new Progress() {
      @Override
      public void step(long done, long total, String what) {
        reported.updateAndGet(
            before ->
                before != null && before.phase.equals(what) && done >= before.firstDone
                    ? new Report(done, total, what, before.firstDone, before.since)
                    : new Report(done, total, what, done, System.nanoTime()));
      }

      @Override
      public boolean isCancelled() {
        return cancelRequested;
      }
    };
  }

  void begin() {
    begun = true;
  }

  /** Copies what was reported since the last call into the properties. */
  void refresh() {
    if (begun && state.get() == TaskState.WAITING) {
      state.set(TaskState.RUNNING);
    }
    Report report = reported.get();
    if (report != null) {
      double seconds = (System.nanoTime() - report.since) / 1e9;
      long steps = report.done - report.firstDone;
      double rate = seconds > 0.2 && steps > 0 ? steps / seconds : 0;
      step.set(new Step(report.done, report.total, report.phase, rate));
      fraction.set(step.get().fraction());
    }
    watchers.forEach(Runnable::run);
  }

  void end(TaskState last) {
    refresh();
    state.set(last);
    watchers.clear();
  }
}
