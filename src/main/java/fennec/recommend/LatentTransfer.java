package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import fennec.progress.Progress;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The transfer score as published: the new task's images go through the {@link
 * TaskVectorRegressor}, the mean over images is the task's vector d in the {@link TransferSpace},
 * and the scores are {@code M d}.
 *
 * <p>The draws of the prediction are the trees of the forest, each averaged over its own bootstrap
 * sample of the images, so that they spread with the trees and with the images. Where no historical
 * task has images, d is the mean of the historical task vectors. Source: arXiv 2403.06382, sections
 * 3.1 to 3.3.
 */
public final class LatentTransfer implements TransferPredictor {

  private final TransferHistory history;
  private final TransferSpace space;
  private final TaskVectorRegressor regressor;
  private final TaskSimilarity similarity;
  private final long seed;

  private LatentTransfer(
      TransferHistory history, TransferSpace space, TaskVectorRegressor regressor, long seed) {
    this.history = history;
    this.space = space;
    this.regressor = regressor;
    this.similarity = new TaskSimilarity(history);
    this.seed = seed;
  }

  /** Fits space and forest to {@code history}. */
  public static LatentTransfer fit(
      TransferHistory history, RecommenderSettings settings, Progress progress) {
    TransferSpace space =
        TransferSpace.fit(
            history.performance(),
            settings.latentSize(),
            settings.penalty(),
            settings.seed(),
            progress);
    Map<String, double[]> vectors = new HashMap<>();
    SortedMap<String, ImageEmbeddings> labelled = new TreeMap<>();
    history
        .taskImages()
        .forEach(
            (task, images) -> {
              int j = history.performance().taskIndex(task);
              if (j >= 0 && !isZero(space.taskVector(j))) {
                vectors.put(task, space.taskVector(j));
                labelled.put(task, images);
              }
            });
    progress.checkCancelled();
    TaskVectorRegressor regressor =
        labelled.isEmpty()
            ? null
            : TaskVectorRegressor.fit(labelled, vectors, settings.trees(), settings.seed());
    return new LatentTransfer(history, space, regressor, settings.seed());
  }

  private static boolean isZero(double[] vector) {
    for (double v : vector) {
      if (v != 0) {
        return false;
      }
    }
    return true;
  }

  /** The space of models and tasks. */
  public TransferSpace space() {
    return space;
  }

  @Override
  public TransferPrediction predict(TargetTask task) {
    if (regressor == null || task.embeddings().size() == 0) {
      double[] mean = meanTaskVector();
      double[] scores = space.scores(mean);
      return new TransferPrediction(
          scores, new double[][] {scores}, similarity.shares(task.embeddings()), mean);
    }
    double[][][] said = regressor.predict(task.embeddings());
    double[] vector = new double[space.latentSize()];
    double[][] draws = new double[said.length][];
    SplittableRandom random = new SplittableRandom(seed);
    for (int t = 0; t < said.length; t++) {
      add(vector, mean(said[t]), 1.0 / said.length);
      draws[t] = space.scores(bootstrapMean(said[t], random));
    }
    return new TransferPrediction(
        space.scores(vector), draws, similarity.shares(task.embeddings()), vector);
  }

  private double[] meanTaskVector() {
    double[] mean = new double[space.latentSize()];
    int counted = 0;
    for (int j = 0; j < history.tasks().size(); j++) {
      double[] vector = space.taskVector(j);
      if (!isZero(vector)) {
        add(mean, vector, 1);
        counted++;
      }
    }
    double[] scaled = new double[mean.length];
    add(scaled, mean, 1.0 / counted);
    return scaled;
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      add(mean, row, 1.0 / rows.length);
    }
    return mean;
  }

  private static double[] bootstrapMean(double[][] rows, SplittableRandom random) {
    double[] mean = new double[rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      add(mean, rows[random.nextInt(rows.length)], 1.0 / rows.length);
    }
    return mean;
  }

  private static void add(double[] sum, double[] row, double weight) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += weight * row[j];
    }
  }
}
