package fennec.ui.task;

import fennec.error.FennecException;

/**
 * What to do with the end of a piece of work; called on the window's thread, exactly one method
 * once.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Outcome<T> {

  /** The work is done. */
  void done(T result);

  /**
   * The work failed.
   *
   * @return whether the failure has been told to the user; if not, the runner tells it
   */
  default boolean failed(FennecException failure) {
    return false;
  }

  /** The user stopped the work. */
  default void cancelled() {}
}
