package fennec.progress;

import java.util.concurrent.CancellationException;

/**
 * The watcher of one long piece of work. Calls are cheap and may come from any thread; a watcher
 * with a screen coalesces them.
 */
public interface Progress {

  /** Watches nothing and never cancels. */
  Progress NONE = (done, total, what) -> {};

  /**
   * Reports that {@code done} of {@code total} steps of the phase {@code what} are finished.
   *
   * @param done steps finished, from 0 to {@code total}
   * @param total steps of this phase; 0 or less where it is not known
   * @param what the phase in a word or two for the user, for example {@code "embedding"}
   */
  void step(long done, long total, String what);

  /** Whether the user asked to stop. */
  default boolean isCancelled() {
    return false;
  }

  /** The watcher of a part that is not worth telling of: hears no steps and may still stop it. */
  default Progress untold() {
    Progress whole = this;
    return new Progress() {
      @Override
      public void step(long done, long total, String what) {}

      @Override
      public boolean isCancelled() {
        return whole.isCancelled();
      }
    };
  }

  /**
   * Returns if work may go on; called between batches.
   *
   * @throws CancellationException if the user asked to stop
   */
  default void checkCancelled() {
    if (isCancelled()) {
      throw new CancellationException("Cancelled.");
    }
  }
}
