package fennec.recommend;

import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import fennec.history.HistoricTask;
import fennec.history.PerformanceMatrix;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A history with known structure: tasks lie on a circle, their images show the angle, and each
 * model is best at one angle.
 */
public final class PlantedHistory {

  private static final int DIMENSION = 6;

  private PlantedHistory() {}

  /** {@code t} tasks and {@code m} models of one pack, with {@code images} pictures a task. */
  public static TransferHistory of(int m, int t, int images, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PretrainedModel> models = new ArrayList<>();
    List<String> packs = new ArrayList<>();
    List<String> modelNames = new ArrayList<>();
    double[] best = new double[m];
    double[] skill = new double[m];
    for (int i = 0; i < m; i++) {
      String name = "model-" + (char) ('a' + i / 10) + i % 10;
      modelNames.add(name);
      packs.add("planted");
      models.add(
          new PretrainedModel(
              name,
              "family" + i % 3,
              "",
              OptionalLong.of(1_000_000L * (1 + i)),
              OptionalInt.of(224),
              "",
              OptionalDouble.empty(),
              ""));
      best[i] = random.nextDouble(2 * Math.PI);
      skill[i] = 0.02 * random.nextGaussian();
    }
    List<HistoricTask> tasks = new ArrayList<>();
    SortedMap<String, ImageEmbeddings> pictures = new TreeMap<>();
    double[][] scores = new double[m][t];
    for (int j = 0; j < t; j++) {
      double angle = 2 * Math.PI * j / t;
      String name = "task-" + (char) ('a' + j);
      tasks.add(new HistoricTask(name, name, OptionalInt.of(10), OptionalLong.of(1000), ""));
      pictures.put(name, pictures(angle, images, random));
      for (int i = 0; i < m; i++) {
        scores[i][j] =
            0.6 + skill[i] + 0.1 * Math.cos(angle - best[i]) + 0.005 * random.nextGaussian();
      }
    }
    return new TransferHistory(
        new PerformanceMatrix(modelNames, tasks.stream().map(HistoricTask::name).toList(), scores),
        models,
        packs,
        tasks,
        pictures);
  }

  private static ImageEmbeddings pictures(double angle, int count, SplittableRandom random) {
    List<EmbeddedImage> images = new ArrayList<>();
    float[][] vectors = new float[count][DIMENSION];
    for (int n = 0; n < count; n++) {
      images.add(new EmbeddedImage(n + ".png", "", 64, 64));
      for (int c = 0; c < DIMENSION; c++) {
        double mean = c == 0 ? Math.cos(angle) : c == 1 ? Math.sin(angle) : 0;
        vectors[n][c] = (float) (mean + 0.3 * random.nextGaussian());
      }
    }
    return new ImageEmbeddings("planted", DIMENSION, images, vectors);
  }

  /** The hidden task as a recommender meets it. */
  public static TargetTask target(TransferHistory history, int task) {
    HistoricTask hidden = history.tasks().get(task);
    return new TargetTask(
        hidden.name(),
        history.taskImages().get(hidden.name()),
        hidden.classes(),
        hidden.trainImages());
  }
}
