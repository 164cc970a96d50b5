package fennec.recommend;

import fennec.progress.Progress;
import fennec.zoo.PretrainedModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Recommends models for a task: transfer score from the history of tasks alike, meta score from
 * facts about the models. Fitted once to a history, then asked for any number of tasks; immutable
 * and thread-safe.
 *
 * <p>Source: arXiv 2403.06382.
 */
public final class Recommender {

  private final TransferHistory history;
  private final RecommenderSettings settings;
  private final TransferPredictor transfer;
  private final MetaRegressor meta;
  private final int[] byName;

  private Recommender(
      TransferHistory history,
      RecommenderSettings settings,
      TransferPredictor transfer,
      MetaRegressor meta) {
    this.history = history;
    this.settings = settings;
    this.transfer = transfer;
    this.meta = meta;
    this.byName =
        IntStream.range(0, history.models().size())
            .boxed()
            .sorted(Comparator.comparing(i -> history.models().get(i).name()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * Fits transfer predictor and meta regressor.
   *
   * @param architectures graph facts by name of the architecture; may be empty
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public static Recommender fit(
      TransferHistory history,
      Map<String, ArchitectureFact> architectures,
      RecommenderSettings settings,
      Progress progress) {
    progress.step(0, 2, "learning from history");
    TransferPredictor transfer =
        switch (settings.method()) {
          case SIMILARITY -> TaskSimilarityProcess.fit(history, progress);
          case PAPER -> LatentTransfer.fit(history, settings, progress);
        };
    progress.step(1, 2, "learning from history");
    MetaRegressor meta = MetaRegressor.fit(history, architectures);
    progress.step(2, 2, "learning from history");
    return new Recommender(history, settings, transfer, meta);
  }

  /** What the recommender was fitted to. */
  public TransferHistory history() {
    return history;
  }

  /** How it was fitted. */
  public RecommenderSettings settings() {
    return settings;
  }

  /** Scores every model of the history for {@code task}; deterministic. Cost O(draws * m * k). */
  public Recommendation recommend(TargetTask task) {
    TransferPrediction predicted = inOrderOfNames(transfer.predict(task));
    List<PretrainedModel> candidates =
        IntStream.of(byName).mapToObj(history.models()::get).toList();
    MetaPrediction facts = meta.predict(candidates, task);
    return new Recommendation(task, candidates, predicted, facts, new boolean[candidates.size()]);
  }

  private TransferPrediction inOrderOfNames(TransferPrediction prediction) {
    double[][] draws = prediction.draws();
    double[][] sorted = new double[draws.length][];
    for (int s = 0; s < draws.length; s++) {
      sorted[s] = pick(draws[s]);
    }
    return new TransferPrediction(
        pick(prediction.scores()), sorted, prediction.nearest(), prediction.taskVector());
  }

  private double[] pick(double[] values) {
    return IntStream.of(byName).mapToDouble(i -> values[i]).toArray();
  }
}
