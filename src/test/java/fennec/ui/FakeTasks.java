package fennec.ui;

import fennec.embedding.ImageEmbeddings;
import fennec.history.HistoricTask;
import fennec.history.PerformanceMatrix;
import fennec.progress.Progress;
import fennec.recommend.LatentTransfer;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TaskSpace;
import fennec.recommend.TransferHistory;
import fennec.ui.session.TargetRun;
import fennec.ui.tasks.TaskService;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** An invented history of the run's models on four tasks, one pair in ten missing. */
public final class FakeTasks implements TaskService {

  private static final List<String> NAMES = List.of("cars", "dogs", "flowers", "pets");

  @Override
  public TransferHistory history(TargetRun run, Progress progress) {
    List<PretrainedModel> models = run.recommendation().candidates();
    SplittableRandom random = new SplittableRandom(5);
    double[][] scores = new double[models.size()][NAMES.size()];
    for (int i = 0; i < scores.length; i++) {
      double strength = 0.4 + 0.5 * random.nextDouble();
      for (int j = 0; j < NAMES.size(); j++) {
        boolean missing = (i + 3 * j) % 10 == 0;
        scores[i][j] = missing ? Double.NaN : strength * (0.8 + 0.05 * j);
      }
    }
    List<HistoricTask> tasks = new ArrayList<>();
    for (int j = 0; j < NAMES.size(); j++) {
      tasks.add(
          new HistoricTask(
              NAMES.get(j),
              "Invented " + NAMES.get(j),
              OptionalInt.of(10 * (j + 1)),
              OptionalLong.of(1000L * (j + 1)),
              "natural"));
    }
    return new TransferHistory(
        new PerformanceMatrix(models.stream().map(PretrainedModel::name).toList(), NAMES, scores),
        models,
        models.stream().map(m -> "invented").toList(),
        tasks,
        new TreeMap<String, ImageEmbeddings>());
  }

  @Override
  public TaskSpace space(TargetRun run, Progress progress) {
    TransferHistory history = history(run, progress);
    return TaskSpace.of(
        LatentTransfer.fit(history, RecommenderSettings.PUBLISHED, progress),
        history.performance().observedCount(),
        run.recommendation().task());
  }
}
