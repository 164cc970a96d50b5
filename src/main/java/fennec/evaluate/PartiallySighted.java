package fennec.evaluate;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.recommend.TransferHistory;
import java.util.Set;

/** A method that is shown a history without some of its tasks. */
record PartiallySighted(EvaluationMethod method, Set<String> away) implements EvaluationMethod {

  @Override
  public String label() {
    return method.label();
  }

  @Override
  public Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress)
      throws FennecException {
    return method.fit(HistorySubset.hiding(visible, away), tuning, progress);
  }
}
