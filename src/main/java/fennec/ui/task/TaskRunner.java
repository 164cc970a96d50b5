package fennec.ui.task;

import fennec.progress.Work;
import javafx.collections.ObservableList;

/**
 * Runs long work off the window's thread and brings its end back to it. Work gets immutable inputs
 * and returns an immutable result; it touches no property.
 */
public interface TaskRunner {

  /** Starts {@code work}; it is listed in {@link #tasks} under {@code title} until it is over. */
  <T> RunningTask run(String title, Work<T> work, Outcome<T> outcome);

  /** Starts short work that is not worth listing, for example the places after a slider moved. */
  <T> RunningTask runQuietly(Work<T> work, Outcome<T> outcome);

  /** Listed work that is not over, the oldest first; changes on the window's thread. */
  ObservableList<RunningTask> tasks();
}
