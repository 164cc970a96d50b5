package fennec.evaluate;

import fennec.progress.Progress;
import fennec.recommend.TaskKernel;
import fennec.recommend.TaskSimilarityProcess;
import fennec.recommend.TransferHistory;

/**
 * The transfer score of the {@link TaskSimilarityProcess}, with the prior of its kernel fitted to
 * the tuning packs alone.
 */
public final class SimilarityMethod implements EvaluationMethod {

  /** Creates the method. */
  public SimilarityMethod() {}

  @Override
  public String label() {
    return "similarity";
  }

  @Override
  public Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress) {
    TaskKernel prior = TaskSimilarityProcess.prior(tuning);
    TaskSimilarityProcess process = TaskSimilarityProcess.fit(visible, prior, progress);
    return task -> process.predict(task).scores();
  }
}
