package fennec.ui.task;

import fennec.error.FennecException;
import fennec.progress.Work;
import fennec.ui.message.UserMessages;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work on daemon threads; progress reaches the window ten times a second. */
public final class BackgroundTaskRunner implements TaskRunner, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundTaskRunner.class);
  private static final Duration REFRESH = Duration.millis(100);

  private final UserMessages messages;
  private final ExecutorService threads;
  private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
  private final Timeline refresh =
      new Timeline(new KeyFrame(REFRESH, e -> tasks().forEach(RunningTask::refresh)));

  /** Creates a runner that tells failures through {@code messages}. */
  public BackgroundTaskRunner(UserMessages messages) {
    this.messages = messages;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "fennec-task-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    refresh.setCycleCount(Animation.INDEFINITE);
  }

  @Override
  public ObservableList<RunningTask> tasks() {
    return tasks;
  }

  @Override
  public <T> RunningTask run(String title, Work<T> work, Outcome<T> outcome) {
    RunningTask task = new RunningTask(title);
    tasks.add(task);
    refresh.play();
    start(task, work, outcome);
    return task;
  }

  @Override
  public <T> RunningTask runQuietly(Work<T> work, Outcome<T> outcome) {
    RunningTask task = new RunningTask("");
    start(task, work, outcome);
    return task;
  }

  private <T> void start(RunningTask task, Work<T> work, Outcome<T> outcome) {
    threads.execute(
        () -> {
          task.begin();
          Runnable end = attempt(task, work, outcome);
          Platform.runLater(
              () -> {
                tasks.remove(task);
                if (tasks.isEmpty()) {
                  refresh.stop();
                }
                end.run();
              });
        });
  }

  /** Does the work here and returns what the window's thread has to do afterwards. */
  private <T> Runnable attempt(RunningTask task, Work<T> work, Outcome<T> outcome) {
    try {
      task.progress().checkCancelled();
      T result = work.run(task.progress());
      return () -> {
        task.end(TaskState.DONE);
        outcome.done(result);
      };
    } catch (CancellationException e) {
      return () -> {
        task.end(TaskState.CANCELLED);
        outcome.cancelled();
      };
    } catch (FennecException e) {
      LOG.debug("{} failed", task.title(), e);
      return failure(task, outcome, e);
    } catch (OutOfMemoryError e) {
      return failure(
          task,
          outcome,
          new FennecException(
              "There is not enough memory for this; start with FENNEC_JAVA_OPTIONS=-Xmx8g or use"
                  + " fewer images.",
              e));
    } catch (RuntimeException e) {
      LOG.error("{} failed", task.title(), e);
      String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return failure(
          task, outcome, new FennecException("This should not have happened: " + what + ".", e));
    }
  }

  private <T> Runnable failure(RunningTask task, Outcome<T> outcome, FennecException e) {
    return () -> {
      task.end(TaskState.FAILED);
      if (!outcome.failed(e)) {
        messages.error(task.title(), e.getMessage());
      }
    };
  }

  /** Asks all listed work to stop and takes no more. */
  @Override
  public void close() {
    refresh.stop();
    tasks.forEach(RunningTask::cancel);
    threads.shutdown();
  }
}
