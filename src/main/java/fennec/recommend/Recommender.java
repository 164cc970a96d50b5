package fennec.recommend;

import fennec.progress.Progress;
import fennec.zoo.PretrainedModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

  private Recommender(
      TransferHistory history,
      RecommenderSettings settings,
      TransferPredictor transfer,
      MetaRegressor meta) {
    this.history = history;
    this.settings = settings;
    this.transfer = transfer;
    this.meta = meta;
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

  /**
   * The same transfer predictor beside a meta regressor that is told other clusters; what the
   * images decide is not fitted again. Cost: that of {@link MetaRegressor#fit}.
   *
   * @param clustered graph facts by name of the architecture, with {@code clusters} clusters
   */
  public Recommender withClusters(Map<String, ArchitectureFact> clustered, int clusters) {
    return new Recommender(
        history, settings.withClusters(clusters), transfer, MetaRegressor.fit(history, clustered));
  }

  /** What the recommender was fitted to. */
  public TransferHistory history() {
    return history;
  }

  /** How it was fitted. */
  public RecommenderSettings settings() {
    return settings;
  }

  /** Sentences that a user should read beside any recommendation. */
  public List<String> notes() {
    return transfer.notes();
  }

  /** Scores every model of the history for {@code task}; deterministic. Cost O(draws * m * k). */
  public Recommendation recommend(TargetTask task) {
    return recommend(task, Newcomers.NONE);
  }

  /**
   * Scores every model of the history and {@code newcomers} beside them, whose transfer scores are
   * estimated from the models most like them and marked. A newcomer named like a model of the
   * history is passed over.
   */
  public Recommendation recommend(TargetTask task, Newcomers newcomers) {
    List<PretrainedModel> known = history.models();
    List<PretrainedModel> all = withNewcomers(newcomers.models());
    TransferPrediction predicted = extend(transfer.predict(task), all, newcomers.likeness());
    int[] byName =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(Comparator.comparing(i -> all.get(i).name()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<PretrainedModel> candidates = IntStream.of(byName).mapToObj(all::get).toList();
    boolean[] estimated = new boolean[byName.length];
    for (int i = 0; i < byName.length; i++) {
      estimated[i] = byName[i] >= known.size();
    }
    return new Recommendation(
        task,
        candidates,
        new TransferPrediction(
            pick(predicted.scores(), byName),
            Arrays.stream(predicted.draws()).map(d -> pick(d, byName)).toArray(double[][]::new),
            predicted.nearest(),
            predicted.taskVector()),
        meta.predict(candidates, task, newcomers.architectures()),
        estimated);
  }

  private List<PretrainedModel> withNewcomers(List<PretrainedModel> newcomers) {
    Map<String, PretrainedModel> all = new LinkedHashMap<>();
    history.models().forEach(model -> all.put(model.name(), model));
    newcomers.forEach(model -> all.putIfAbsent(model.name(), model));
    return List.copyOf(all.values());
  }

  /** Appends an estimate for every model of {@code all} that the prediction does not cover. */
  private TransferPrediction extend(
      TransferPrediction prediction, List<PretrainedModel> all, ArchitectureLikeness likeness) {
    int m = history.models().size();
    if (all.size() == m) {
      return prediction;
    }
    TransferEstimate estimate = new TransferEstimate(history.models(), likeness);
    double[] scores = Arrays.copyOf(prediction.scores(), all.size());
    double[][] draws =
        Arrays.stream(prediction.draws())
            .map(draw -> Arrays.copyOf(draw, all.size()))
            .toArray(double[][]::new);
    for (int i = m; i < all.size(); i++) {
      double[] weights = estimate.weights(all.get(i));
      scores[i] = TransferEstimate.mean(weights, prediction.scores());
      for (double[] draw : draws) {
        draw[i] = TransferEstimate.mean(weights, draw);
      }
    }
    return new TransferPrediction(scores, draws, prediction.nearest(), prediction.taskVector());
  }

  private static double[] pick(double[] values, int[] order) {
    return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
  }
}
