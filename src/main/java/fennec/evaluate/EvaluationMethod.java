package fennec.evaluate;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.recommend.TargetTask;
import fennec.recommend.TransferHistory;

/** A way of scoring models for a new task that can be put to the test. */
public interface EvaluationMethod {

  /** Short name, unique among the methods compared, for example {@code paper}. */
  String label();

  /**
   * Learns from a history in which the task to come is hidden.
   *
   * @param visible the history without the hidden task
   * @param tuning other packs, likewise without the hidden task, for settings; never scored
   * @throws FennecException if the history does not suffice
   */
  Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress)
      throws FennecException;

  /** A fitted method. */
  @FunctionalInterface
  interface Scorer {

    /**
     * One score for each row of the history, greater is better; NaN where the method has none.
     *
     * @throws FennecException if the task cannot be scored
     */
    double[] scores(TargetTask task) throws FennecException;
  }
}
