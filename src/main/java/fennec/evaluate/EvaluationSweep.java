package fennec.evaluate;

import fennec.error.FennecException;
import fennec.progress.Progress;

/** An evaluation repeated along an axis; nothing is computed before {@link #run}. */
public interface EvaluationSweep {

  /** Short name, for example {@code alpha}. */
  String name();

  /**
   * Runs it on the calling thread.
   *
   * @throws FennecException if a setting cannot be evaluated
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  SweepReport run(Progress progress) throws FennecException;
}
