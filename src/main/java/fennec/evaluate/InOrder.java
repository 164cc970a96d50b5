package fennec.evaluate;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does the same work on each of several things in parallel and gives the results in order. */
final class InOrder {

  private InOrder() {}

  /** What is done to one thing. */
  @FunctionalInterface
  interface Work<T, R> {
    /** Does it on one thread; {@code progress} tells only whether to stop. */
    R on(T thing, Progress progress) throws FennecException;
  }

  /**
   * The results of {@code work} on {@code things}, in their order. If one fails the others are told
   * to stop, and nothing runs any more when this returns.
   *
   * @param threads how many things at a time, 1 or more
   * @param watcher is asked whether to stop; hears of no steps
   * @throws FennecException the first failure in the order of things
   * @throws CancellationException if the watcher asked to stop, or the thread was interrupted
   */
  static <T, R> List<R> of(List<T> things, int threads, Progress watcher, Work<T, R> work)
      throws FennecException {
    AtomicBoolean stopped = new AtomicBoolean();
    Progress inner = stopping(watcher, stopped);
    ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::thread);
    List<Future<R>> running = new ArrayList<>();
    try {
      for (T thing : things) {
        running.add(
            pool.submit(
                () -> {
                  inner.checkCancelled();
                  return work.on(thing, inner);
                }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> each : running) {
        results.add(result(each));
      }
      return results;
    } finally {
      stopped.set(true);
      finish(pool);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evaluation");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> of) throws FennecException {
    try {
      return of.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("Cancelled.");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof FennecException failed) {
        throw failed;
      }
      if (cause instanceof RuntimeException failed) {
        throw failed;
      }
      if (cause instanceof Error failed) {
        throw failed;
      }
      throw new IllegalStateException(cause);
    }
  }

  private static void finish(ExecutorService pool) {
    pool.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Progress stopping(Progress outer, AtomicBoolean stopped) {
    return new Progress() {
      @Override
      public void step(long done, long total, String what) {}

      @Override
      public boolean isCancelled() {
        return stopped.get() || outer.isCancelled();
      }
    };
  }
}
