package fennec.evaluate;

import fennec.progress.Progress;
import fennec.recommend.MetaRegressor;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferHistory;
import fennec.recommend.TransferMethod;
import fennec.recommend.TransferPredictor;

/** {@code (1 - alpha) * transfer + alpha * meta}, as the program merges them. */
final class MergedMethod implements EvaluationMethod {

  private final String label;
  private final MethodParts parts;
  private final RecommenderSettings settings;
  private final double alpha;

  MergedMethod(String label, MethodParts parts, RecommenderSettings settings, double alpha) {
    this.label = label;
    this.parts = parts;
    this.settings = settings;
    this.alpha = alpha;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress) {
    TransferPredictor transfer =
        alpha >= 1
            ? null
            : settings.method() == TransferMethod.PAPER
                ? parts.latent(visible, settings, progress)
                : parts.similarity(visible, tuning, progress);
    MetaRegressor meta = alpha > 0 ? parts.meta(visible) : null;
    return task -> {
      double[] merged = new double[visible.models().size()];
      if (transfer != null) {
        add(merged, parts.scores(visible, transfer, task), 1 - alpha);
      }
      if (meta != null) {
        add(merged, meta.predict(visible.models(), task).scores(), alpha);
      }
      return merged;
    };
  }

  private static void add(double[] to, double[] scores, double weight) {
    for (int i = 0; i < to.length; i++) {
      to[i] += weight * scores[i];
    }
  }
}
