package fennec.ui.task;

import fennec.error.FennecException;
import fennec.progress.Work;

/**
 * Work that follows a changing input: at most one runs and at most one waits, and of those that
 * wait only the latest counts. A slider may therefore hand in work on every move.
 */
public final class LatestTask {

  private final TaskRunner runner;
  private boolean busy;
  private Runnable waiting;

  /** Creates a lane on {@code runner}. */
  public LatestTask(TaskRunner runner) {
    this.runner = runner;
  }

  /** Runs {@code work} after what runs now, unless newer work comes before that. */
  public <T> void submit(Work<T> work, Outcome<T> outcome) {
    if (busy) {
      waiting = () -> start(work, outcome);
    } else {
      start(work, outcome);
    }
  }

  private <T> void start(Work<T> work, Outcome<T> outcome) {
    busy = true;
    runner.runQuietly(
        work,
        new Outcome<T>() {
          @Override
          public void done(T result) {
            boolean newest = waiting == null;
            next();
            if (newest) {
              outcome.done(result);
            }
          }

          @Override
          public boolean failed(FennecException failure) {
            next();
            return outcome.failed(failure);
          }

          @Override
          public void cancelled() {
            next();
          }
        });
  }

  private void next() {
    Runnable following = waiting;
    waiting = null;
    busy = false;
    if (following != null) {
      following.run();
    }
  }
}
