package fennec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fennec.embedding.ImageEmbeddings;
import fennec.history.HistoricTask;
import fennec.history.PerformanceMatrix;
import fennec.numeric.Correlations;
import fennec.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskSimilarityProcessTest {

  private static final ImageEmbeddings NO_IMAGES =
      new ImageEmbeddings("planted", 6, List.of(), new float[0][]);

  private final TransferHistory history = PlantedHistory.of(30, 10, 20, 5);

  @Test
  void imagesTellWhichModelsSuitANewTask() {
    double similarity = 0;
    double mean = 0;
    for (int j = 0; j < 10; j++) {
      TransferHistory visible = history.withoutTask(history.tasks().get(j).name());
      double[] truth = history.performance().column(j);
      similarity += Correlations.pearson(predict(visible, j).scores(), truth) / 10;
      mean += Correlations.pearson(standardisedMeans(visible), truth) / 10;
    }

    assertThat(similarity).isGreaterThan(0.9);
    assertThat(mean).isLessThan(0.6);
  }

  @Test
  void withoutImagesAndSizeItIsTheStandardisedMean() {
    TransferHistory visible = history.withoutTask("task-d");
    TargetTask unknown =
        new TargetTask("unknown", NO_IMAGES, OptionalInt.empty(), OptionalLong.empty());

    double[] scores = TaskSimilarityProcess.fit(visible, Progress.NONE).predict(unknown).scores();

    assertThat(Correlations.pearson(scores, standardisedMeans(visible)))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void aHistoryWithoutImagesGivesTheStandardisedMeanToo() {
    TransferHistory visible = history.withoutTask("task-d").withTaskImages(Map.of());
    TargetTask seen =
        new TargetTask(
            "seen", history.taskImages().get("task-d"), OptionalInt.empty(), OptionalLong.empty());

    double[] scores = TaskSimilarityProcess.fit(visible, Progress.NONE).predict(seen).scores();

    assertThat(Correlations.pearson(scores, standardisedMeans(visible)))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void theHiddenColumnLeavesNoTrace() {
    double[][] other = history.performance().toArray();
    for (int i = 0; i < other.length; i++) {
      other[i][3] = 1 - other[i][3];
    }
    PerformanceMatrix changed =
        new PerformanceMatrix(history.performance().models(), history.performance().tasks(), other);

    double[] before = predict(history.withoutTask("task-d"), 3).scores();
    double[] after = predict(history.withPerformance(changed).withoutTask("task-d"), 3).scores();

    assertThat(after).containsExactly(before);
  }

  @Test
  void theOrderOfModelsAndTasksDoesNotMatter() {
    TransferHistory visible = history.withoutTask("task-d");
    int[] rows = IntStream.range(0, 30).map(i -> (i * 7 + 3) % 30).toArray();
    int[] columns = IntStream.range(0, 10).map(j -> (j * 3 + 1) % 10).toArray();
    double[][] scores = visible.performance().toArray();
    List<HistoricTask> tasks = Arrays.stream(columns).mapToObj(visible.tasks()::get).toList();
    TransferHistory turned =
        new TransferHistory(
            new PerformanceMatrix(
                Arrays.stream(rows).mapToObj(visible.performance().models()::get).toList(),
                tasks.stream().map(HistoricTask::name).toList(),
                Arrays.stream(rows)
                    .mapToObj(i -> Arrays.stream(columns).mapToDouble(j -> scores[i][j]).toArray())
                    .toArray(double[][]::new)),
            Arrays.stream(rows).mapToObj(visible.models()::get).toList(),
            visible.packs(),
            tasks,
            visible.taskImages());

    double[] straight = predict(visible, 3).scores();
    double[] permuted =
        TaskSimilarityProcess.fit(turned, Progress.NONE)
            .predict(PlantedHistory.target(history, 3))
            .scores();

    for (int i = 0; i < rows.length; i++) {
      assertThat(permuted[i]).isCloseTo(straight[rows[i]], within(1e-4));
    }
  }

  @Test
  void theNearestTasksAreTheNeighboursOnTheCircle() {
    List<TaskShare> nearest = predict(history.withoutTask("task-d"), 3).nearest();

    assertThat(nearest.subList(0, 2).stream().map(TaskShare::task))
        .containsExactlyInAnyOrder("task-c", "task-e");
    assertThat(nearest.stream().mapToDouble(TaskShare::share).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void missingScoresAreBorneAndTheSpreadIsPositive() {
    double[][] holes = history.performance().toArray();
    for (int i = 0; i < holes.length; i++) {
      holes[i][(i * 3) % 10] = Double.NaN;
    }
    TransferHistory sparse =
        history.withPerformance(
            new PerformanceMatrix(
                history.performance().models(), history.performance().tasks(), holes));

    TransferPrediction prediction = predict(sparse.withoutTask("task-d"), 3);

    assertThat(Correlations.pearson(prediction.scores(), history.performance().column(3)))
        .isGreaterThan(0.85);
    assertThat(prediction.draws()[0]).isNotEqualTo(prediction.draws()[1]);
  }

  private TransferPrediction predict(TransferHistory visible, int task) {
    return TaskSimilarityProcess.fit(visible, Progress.NONE)
        .predict(PlantedHistory.target(history, task));
  }

  private static double[] standardisedMeans(TransferHistory visible) {
    return PackScores.of(visible, "planted").rowMeans();
  }
}
