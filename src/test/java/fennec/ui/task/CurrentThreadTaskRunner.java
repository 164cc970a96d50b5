package fennec.ui.task;

import fennec.error.FennecException;
import fennec.progress.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs work at once on the calling thread, so that view models are tested without a toolkit. */
public final class CurrentThreadTaskRunner implements TaskRunner {

  private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();

  /** Failures that nobody handled, in order. */
  public final List<String> failures = new ArrayList<>();

  @Override
  public <T> RunningTask run(String title, Work<T> work, Outcome<T> outcome) {
    RunningTask task = new RunningTask(title);
    task.begin();
    task.refresh();
    try {
      T result = work.run(task.progress());
      task.end(TaskState.DONE);
      outcome.done(result);
    } catch (CancellationException e) {
      task.end(TaskState.CANCELLED);
      outcome.cancelled();
    } catch (FennecException e) {
      task.end(TaskState.FAILED);
      if (!outcome.failed(e)) {
        failures.add(e.getMessage());
      }
    }
    return task;
  }

  @Override
  public <T> RunningTask runQuietly(Work<T> work, Outcome<T> outcome) {
    return run("", work, outcome);
  }

  @Override
  public ObservableList<RunningTask> tasks() {
    return tasks;
  }
}
