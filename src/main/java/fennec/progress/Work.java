package fennec.progress;

import fennec.error.FennecException;

/**
 * A long piece of work that reports to a {@link Progress} and returns an immutable result.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Work<T> {

  /**
   * Runs the work on the calling thread.
   *
   * @throws FennecException with one sentence for the user if it cannot be done
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  T run(Progress progress) throws FennecException;
}
