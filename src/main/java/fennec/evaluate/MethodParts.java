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
 * are tested on the same task get the same fit. Not thread-safe; one for each run.
 */
final class MethodParts {

  private final Map<String, ArchitectureFact> architectures;
  private TransferHistory of;
  private TransferPredictor latent;
  private RecommenderSettings latentSettings;
  private TransferPredictor similarity;
  private MetaRegressor meta;
  private final IdentityHashMap<TransferPredictor, IdentityHashMap<TargetTask, double[]>>
      predicted = new IdentityHashMap<>();

  /** Meta regressors learn from these graph facts, by name of the architecture; may be empty. */
  MethodParts(Map<String, ArchitectureFact> architectures) {
    this.architectures = Map.copyOf(architectures);
  }

  private void show(TransferHistory visible) {
    // Every hidden task makes a history of its own, so identity tells them apart.
    if (!isShown(visible)) {
      of = visible;
      latent = null;
      similarity = null;
      meta = null;
      predicted.clear();
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean isShown(TransferHistory visible) {
    return of == visible;
  }

  TransferPredictor latent(
      TransferHistory visible, RecommenderSettings settings, Progress progress) {
    show(visible);
    if (latent == null || !settings.equals(latentSettings)) {
      latent = LatentTransfer.fit(visible, settings, progress);
      latentSettings = settings;
    }
    return latent;
  }

  TransferPredictor similarity(TransferHistory visible, TransferHistory tuning, Progress progress) {
    show(visible);
    if (similarity == null) {
      similarity =
          TaskSimilarityProcess.fit(visible, TaskSimilarityProcess.prior(tuning), progress);
    }
    return similarity;
  }

  /** Scores of a fitted predictor, computed once a target. */
  double[] scores(TransferPredictor predictor, TargetTask target) {
    // Targets are compared by identity: comparing their images would cost more than predicting.
    return predicted
        .computeIfAbsent(predictor, key -> new IdentityHashMap<>())
        .computeIfAbsent(target, task -> predictor.predict(task).scores());
  }

  MetaRegressor meta(TransferHistory visible) {
    show(visible);
    if (meta == null) {
      meta = MetaRegressor.fit(visible, architectures);
    }
    return meta;
  }
}
