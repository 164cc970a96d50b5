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
import java.util.TreeMap;
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

  @Test
  void tasksWithoutImagesCountTowardsTheMean() {
    Map<String, ImageEmbeddings> pictured = new java.util.TreeMap<>(history.taskImages());
    pictured.remove("task-j");
    TransferHistory visible = history.withoutTask("task-d").withTaskImages(pictured);
    double[][] other = visible.performance().toArray();
    for (double[] row : other) {
      row[9] = 1 - row[9];
    }
    TransferHistory turned =
        visible.withPerformance(
            new PerformanceMatrix(
                visible.performance().models(), visible.performance().tasks(), other));

    assertThat(predict(visible, 3).scores()).isNotEqualTo(predict(turned, 3).scores());
  }

  @Test
  void likenessThatMisleadsIsLeftAlone() {
    // The pictures of each task are those of another one, far away on the circle.
    Map<String, ImageEmbeddings> misleading = new java.util.TreeMap<>();
    for (int j = 0; j < 10; j++) {
      misleading.put(
          history.tasks().get(j).name(),
          history.taskImages().get(history.tasks().get(j * 3 % 10).name()));
    }
    double[][] popular = history.performance().toArray();
    for (int i = 0; i < popular.length; i++) {
      for (int j = 0; j < popular[i].length; j++) {
        popular[i][j] = popular[i][j] / 2 + 0.01 * i;
      }
    }
    TransferHistory misled =
        history
            .withPerformance(
                new PerformanceMatrix(
                    history.performance().models(), history.performance().tasks(), popular))
            .withTaskImages(misleading)
            .withoutTask("task-d");

    TaskSimilarityProcess process = TaskSimilarityProcess.fit(misled, Progress.NONE);

    assertThat(process.notes()).hasSize(1);
    assertThat(process.notes().get(0))
        .startsWith("Models of the history planted are ranked by their mean over past tasks");
    assertThat(
            Correlations.pearson(
                process.predict(PlantedHistory.target(history, 3)).scores(),
                standardisedMeans(misled)))
        .isGreaterThan(0.99);
    assertThat(TaskSimilarityProcess.fit(history.withoutTask("task-d"), Progress.NONE).notes())
        .isEmpty();
  }

  @Test
  void packsAreToldOnOneScaleWhateverTheirProtocolGives() {
    // The same models and tasks twice, the second time under a gentler protocol.
    TransferHistory visible = history.withoutTask("task-d");
    int m = 30;
    double[][] scores = new double[m + 20][];
    List<String> names = new java.util.ArrayList<>(visible.performance().models());
    List<fennec.zoo.PretrainedModel> models = new java.util.ArrayList<>(visible.models());
    List<String> packs = new java.util.ArrayList<>(visible.packs());
    double[][] own = visible.performance().toArray();
    for (int i = 0; i < scores.length; i++) {
      int model = i % m;
      scores[i] =
          i < m ? own[i] : Arrays.stream(own[model]).map(score -> 0.8 + score / 5).toArray();
      if (i >= m) {
        names.add("gentle-" + names.get(model));
        models.add(visible.models().get(model).named(names.get(i)));
        packs.add("gentle");
      }
    }
    TransferHistory joined =
        new TransferHistory(
            new PerformanceMatrix(names, visible.performance().tasks(), scores),
            models,
            packs,
            visible.tasks(),
            visible.taskImages());

    double[] predicted =
        TaskSimilarityProcess.fit(joined, Progress.NONE)
            .predict(PlantedHistory.target(history, 3))
            .scores();

    double apart = 0;
    for (int i = 0; i < 20; i++) {
      apart += (predicted[m + i] - predicted[i]) / 20;
    }
    assertThat(apart).isCloseTo(0, within(0.02));
    assertThat(Arrays.stream(predicted).max().orElseThrow()).isLessThan(0.8);
  }

  @Test
  void aModelThatWasComparedWithNoneStandsInTheMiddle() {
    TransferHistory visible = history.withoutTask("task-d");
    List<String> packs = new java.util.ArrayList<>(visible.packs());
    packs.set(0, "alone");
    TransferHistory joined =
        new TransferHistory(
            visible.performance(), visible.models(), packs, visible.tasks(), visible.taskImages());

    TransferPrediction prediction =
        TaskSimilarityProcess.fit(joined, Progress.NONE).predict(PlantedHistory.target(history, 3));

    double[] sorted = prediction.scores();
    double alone = sorted[0];
    Arrays.sort(sorted);
    assertThat(alone).isBetween(sorted[8], sorted[21]);
    assertThat(prediction.draws()[0][0]).isNotEqualTo(prediction.draws()[1][0]);
  }

  private TransferPrediction predict(TransferHistory visible, int task) {
    return TaskSimilarityProcess.fit(visible, Progress.NONE)
        .predict(PlantedHistory.target(history, task));
  }

  private static double[] standardisedMeans(TransferHistory visible) {
    return PackScores.of(visible, "planted").rowMeans();
  }

  @Test
  void sharesAreNoneBelowZeroAndAddUpToOne() {
    boolean some = false;
    for (int j = 0; j < 10; j++) {
      List<TaskShare> shares =
          predict(history.withoutTask(history.tasks().get(j).name()), j).nearest();
      assertThat(shares.stream().mapToDouble(TaskShare::share).sum()).isCloseTo(1, within(1e-12));
      assertThat(shares).allMatch(each -> each.share() >= 0);
      some |= shares.stream().anyMatch(each -> each.share() == 0);
    }
    assertThat(some).as("a task whose weight would be below zero").isTrue();
  }

  /** Each of two packs of one task has half of the share, and the later column the first name. */
  @Test
  void tasksWithTheSameShareStandInTheOrderOfTheirNames() {
    List<HistoricTask> tasks = List.of(history.tasks().get(1), history.tasks().get(0));
    double[][] scores = new double[30][2];
    for (int i = 0; i < 30; i++) {
      scores[i][0] = i % 2 == 0 ? i / 30.0 : Double.NaN;
      scores[i][1] = i % 2 == 1 ? i / 30.0 : Double.NaN;
    }
    TransferHistory two =
        new TransferHistory(
            new PerformanceMatrix(
                history.performance().models(),
                tasks.stream().map(HistoricTask::name).toList(),
                scores),
            history.models(),
            IntStream.range(0, 30).mapToObj(i -> "pack" + i % 2).toList(),
            tasks,
            new TreeMap<>());

    List<TaskShare> nearest = predict(two, 3).nearest();

    assertThat(nearest).extracting(TaskShare::task).containsExactly("task-a", "task-b");
    assertThat(nearest.get(0).share()).isEqualTo(nearest.get(1).share());
  }
}
