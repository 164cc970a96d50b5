package fennec.evaluate;

import fennec.progress.Progress;
import fennec.recommend.ArchitectureFact;
import fennec.recommend.LatentTransfer;
import fennec.recommend.MetaRegressor;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TargetTask;
import fennec.recommend.TaskSimilarityProcess;
import fennec.recommend.TransferHistory;
import fennec.recommend.TransferPredictor;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Fits the parts that methods are made of, each once a hidden task: methods that share a part and
 * are tested on the same task get the same fit. Each thread keeps the fits of the task that it last
 * saw, so that tasks may be hidden in parallel, each on a thread of its own from fit to prediction.
 */
final class MethodParts {

  /** What is fitted to one history. */
  private static final class Fitted {
    private final TransferHistory of;
    private TransferPredictor latent;
    private RecommenderSettings latentSettings;
    private TransferPredictor similarity;
    private MetaRegressor meta;
    private final IdentityHashMap<TransferPredictor, IdentityHashMap<TargetTask, double[]>>
        predicted = new IdentityHashMap<>();

    Fitted(TransferHistory of) {
      this.of = of;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isOf(TransferHistory visible) {
      // Every hidden task makes a history of its own, so identity tells them apart.
      return of == visible;
    }
  }

  private final Map<String, ArchitectureFact> architectures;

  // Not static: two runs that hide the same task learn from different facts.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Fitted> last = new ThreadLocal<>();

  /** Meta regressors learn from these graph facts, by name of the architecture; may be empty. */
  MethodParts(Map<String, ArchitectureFact> architectures) {
    this.architectures = Map.copyOf(architectures);
  }

  private Fitted to(TransferHistory visible) {
    Fitted fitted = last.get();
    if (fitted == null || !fitted.isOf(visible)) {
      fitted = new Fitted(visible);
      last.set(fitted);
    }
    return fitted;
  }

  TransferPredictor latent(
      TransferHistory visible, RecommenderSettings settings, Progress progress) {
    Fitted fitted = to(visible);
    if (fitted.latent == null || !settings.equals(fitted.latentSettings)) {
      fitted.latent = LatentTransfer.fit(visible, settings, progress);
      fitted.latentSettings = settings;
    }
    return fitted.latent;
  }

  TransferPredictor similarity(TransferHistory visible, TransferHistory tuning, Progress progress) {
    Fitted fitted = to(visible);
    if (fitted.similarity == null) {
      fitted.similarity =
          TaskSimilarityProcess.fit(visible, TaskSimilarityProcess.prior(tuning), progress);
    }
    return fitted.similarity;
  }

  MetaRegressor meta(TransferHistory visible) {
    Fitted fitted = to(visible);
    if (fitted.meta == null) {
      fitted.meta = MetaRegressor.fit(visible, architectures);
    }
    return fitted.meta;
  }

  /** Scores of a predictor that was fitted to {@code visible}, computed once a target. */
  double[] scores(TransferHistory visible, TransferPredictor predictor, TargetTask target) {
    // Targets are compared by identity: comparing their images would cost more than predicting.
    return to(visible)
        .predicted
        .computeIfAbsent(predictor, key -> new IdentityHashMap<>())
        .computeIfAbsent(target, task -> predictor.predict(task).scores());
  }
}
