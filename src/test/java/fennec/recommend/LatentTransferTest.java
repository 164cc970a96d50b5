package fennec.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.embedding.ImageEmbeddings;
import fennec.history.HistoricTask;
import fennec.history.PerformanceMatrix;
import fennec.progress.Progress;
import fennec.testing.PlantedTasks;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published method on scores with two planted factors: even tasks want one, odd the other. */
class LatentTransferTest {

  private static final int MODELS = 12;
  private static final int TASKS = 8;
  private static final RecommenderSettings TWO_FACTORS =
      new RecommenderSettings(TransferMethod.PAPER, 2, 25, 0, 7);

  private final TransferHistory history = history(true);

  private static TransferHistory history(boolean withImages) {
    List<PretrainedModel> models = new ArrayList<>();
    List<HistoricTask> tasks = new ArrayList<>();
    double[][] scores = new double[MODELS][TASKS];
    for (int i = 0; i < MODELS; i++) {
      models.add(
          new PretrainedModel(
              String.format("m%02d", i),
              i < 6 ? "Early" : "Late",
              "",
              OptionalLong.of(1_000_000L * (i + 1)),
              OptionalInt.of(224),
              "imagenet",
              OptionalDouble.empty(),
              ""));
      for (int j = 0; j < TASKS; j++) {
        double fitsEven = (i + 1.0) / MODELS;
        scores[i][j] = 0.9 * (j % 2 == 0 ? fitsEven : 1.05 - fitsEven);
      }
    }
    for (int j = 0; j < TASKS; j++) {
      tasks.add(
          new HistoricTask(
              String.format("task%02d", j),
              "Task " + j,
              OptionalInt.of(10),
              OptionalLong.of(1000),
              ""));
    }
    return new TransferHistory(
        new PerformanceMatrix(
            models.stream().map(PretrainedModel::name).toList(),
            tasks.stream().map(HistoricTask::name).toList(),
            scores),
        models,
        Collections.nCopies(MODELS, "planted"),
        tasks,
        withImages ? PlantedTasks.tasks(TASKS, 20, 12) : new TreeMap<>());
  }

  private static TargetTask like(int task) {
    return TargetTask.of("new", PlantedTasks.task(task, 30, 12, 77), 30);
  }

  @Test
  void imagesOfAKnownKindGetTheScoresOfThatKind() {
    LatentTransfer transfer = LatentTransfer.fit(history, TWO_FACTORS, Progress.NONE);
    assertArrayEquals(history.performance().column(4), transfer.predict(like(4)).scores(), 0.05);
    assertArrayEquals(history.performance().column(5), transfer.predict(like(5)).scores(), 0.05);
  }

  @Test
  void nearestTaskComesFirstAndSharesAddUpToOne() {
    List<TaskShare> nearest =
        LatentTransfer.fit(history, TWO_FACTORS, Progress.NONE).predict(like(3)).nearest();
    assertEquals("task03", nearest.get(0).task());
    assertEquals(1, nearest.stream().mapToDouble(TaskShare::share).sum(), 1e-12);
  }

  @Test
  void theHiddenColumnLeavesNoTrace() {
    TransferHistory hidden = history.withoutTask("task04");
    double[][] changed = history.performance().toArray();
    for (double[] row : changed) {
      row[4] = 1 - row[4];
    }
    TransferHistory hiddenToo =
        history
            .withPerformance(
                new PerformanceMatrix(
                    history.performance().models(), history.performance().tasks(), changed))
            .withoutTask("task04");
    assertArrayEquals(
        LatentTransfer.fit(hidden, TWO_FACTORS, Progress.NONE).predict(like(4)).scores(),
        LatentTransfer.fit(hiddenToo, TWO_FACTORS, Progress.NONE).predict(like(4)).scores());
  }

  @Test
  void withoutAnyImagesOfTheHistoryTheMeanTaskAnswers() {
    LatentTransfer transfer = LatentTransfer.fit(history(false), TWO_FACTORS, Progress.NONE);
    double[] first = transfer.predict(like(0)).scores();
    assertArrayEquals(first, transfer.predict(like(1)).scores());
    double mean = 0;
    for (int j = 0; j < TASKS; j++) {
      mean += history.performance().score(0, j) / TASKS;
    }
    assertEquals(mean, first[0], 0.03);
  }

  @Test
  void noScoreExceedsOneEvenForAModelSeenOnce() {
    double[][] scores = history.performance().toArray();
    for (int j = 1; j < TASKS; j++) {
      scores[3][j] = Double.NaN;
    }
    scores[3][0] = 1;
    TransferHistory sparse =
        history.withPerformance(
            new PerformanceMatrix(
                history.performance().models(), history.performance().tasks(), scores));
    for (double score :
        LatentTransfer.fit(sparse, TWO_FACTORS, Progress.NONE).predict(like(1)).scores()) {
      assertTrue(score >= 0 && score <= 1, "score " + score);
    }
  }

  @Test
  void recommendIsDeterministicAndExplainsEveryMetaScore() {
    Recommender recommender =
        Recommender.fit(history, java.util.Map.of(), TWO_FACTORS, Progress.NONE);
    Recommendation first = recommender.recommend(like(2));
    Recommendation again =
        Recommender.fit(history, java.util.Map.of(), TWO_FACTORS, Progress.NONE).recommend(like(2));
    assertEquals(first.ranking(0.5), again.ranking(0.5));
    double meanOfHistory =
        java.util.Arrays.stream(history.performance().toArray())
            .flatMapToDouble(java.util.Arrays::stream)
            .average()
            .orElseThrow();
    ImageEmbeddings images = like(2).embeddings();
    assertEquals(4, images.classes());
    for (int i = 0; i < MODELS; i++) {
      double explained =
          first.meta().contributions().apply(i).stream().mapToDouble(Contribution::amount).sum();
      assertEquals(first.meta().scores()[i], meanOfHistory + explained, 1e-9);
    }
  }

  @Test
  void aTaskWithoutAnyScoreHasNoPartInTheMeanTask() {
    double[][] scores = history.performance().toArray();
    for (double[] row : scores) {
      row[7] = Double.NaN;
    }
    TransferHistory sparse =
        history(false)
            .withPerformance(
                new PerformanceMatrix(
                    history.performance().models(), history.performance().tasks(), scores));
    RecommenderSettings penalised = new RecommenderSettings(TransferMethod.PAPER, 2, 25, 1e-3, 7);

    double[] predicted =
        LatentTransfer.fit(sparse, penalised, Progress.NONE).predict(like(0)).scores();

    for (int i = 0; i < MODELS; i++) {
      double mean = 0;
      for (int j = 0; j < 7; j++) {
        mean += scores[i][j] / 7;
      }
      assertEquals(mean, predicted[i], 0.03);
    }
  }
}
