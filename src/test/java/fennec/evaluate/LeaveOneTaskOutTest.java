package fennec.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fennec.error.FennecException;
import fennec.history.PerformanceMatrix;
import fennec.progress.Progress;
import fennec.recommend.PlantedHistory;
import fennec.recommend.TransferHistory;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeaveOneTaskOutTest {

  private final TransferHistory history = PlantedHistory.of(12, 6, 20, 3);
  private final TransferHistory tuning = PlantedHistory.of(9, 6, 20, 4);
  private final EvaluationCase planted = new EvaluationCase("planted", history, tuning);
  private final LeaveOneTaskOut run = new LeaveOneTaskOut(EvaluationSettings.DEFAULT);

  /** Spies note calls in their order. */
  private final LeaveOneTaskOut oneByOne = new LeaveOneTaskOut(EvaluationSettings.DEFAULT, 1);

  /** Keeps what the method under test was shown and what it answered. */
  private static final class Spy implements EvaluationMethod {
    private final EvaluationMethod inner = Methods.all(Map.of()).get(0);
    private final List<TransferHistory> shown = new ArrayList<>();
    private final List<double[]> answers = new ArrayList<>();

    @Override
    public String label() {
      return "spy";
    }

    @Override
    public Scorer fit(TransferHistory visible, TransferHistory others, Progress progress)
        throws FennecException {
      shown.add(visible);
      shown.add(others);
      Scorer scorer = inner.fit(visible, others, progress);
      return task -> {
        double[] scores = scorer.scores(task);
        answers.add(scores);
        return scores;
      };
    }
  }

  @Test
  void theHiddenTaskIsGoneEverywhere() throws FennecException {
    Spy spy = new Spy();
    oneByOne.run(planted, List.of(spy), Progress.NONE);

    for (int j = 0; j < 6; j++) {
      for (TransferHistory seen : spy.shown.subList(2 * j, 2 * j + 2)) {
        assertThat(seen.performance().column(j)).containsOnly(Double.NaN);
        assertThat(seen.taskImages()).doesNotContainKey(history.tasks().get(j).name());
      }
    }
  }

  @Test
  void changingTheHiddenColumnsChangesNoPrediction() throws FennecException {
    Spy before = new Spy();
    oneByOne.run(planted, List.of(before), Progress.NONE);
    // Only the last task's column is changed, so its predictions are the last five.
    Spy after = new Spy();
    oneByOne.run(
        new EvaluationCase("planted", turned(history, 5), turned(tuning, 5)),
        List.of(after),
        Progress.NONE);

    for (int n = 25; n < 30; n++) {
      assertThat(after.answers.get(n)).containsExactly(before.answers.get(n));
    }
    assertThat(after.answers.get(0)).isNotEqualTo(before.answers.get(0));
  }

  private static TransferHistory turned(TransferHistory history, int column) {
    double[][] scores = history.performance().toArray();
    for (double[] row : scores) {
      row[column] = 1 - row[column];
    }
    return history.withPerformance(
        new PerformanceMatrix(
            history.performance().models(), history.performance().tasks(), scores));
  }

  @Test
  void twoRunsGiveTheSameFigures() throws FennecException {
    List<EvaluationMethod> methods = List.of(Methods.all(Map.of()).get(0), Baseline.NEAREST_TASK);

    assertThat(run.run(planted, methods, Progress.NONE))
        .isEqualTo(run.run(planted, methods, Progress.NONE));
  }

  @Test
  void theNumberOfThreadsChangesNoFigure() throws FennecException {
    List<EvaluationRow> single = oneByOne.run(planted, Methods.all(Map.of()), Progress.NONE);

    for (int threads : List.of(2, 3, 8)) {
      assertThat(
              new LeaveOneTaskOut(EvaluationSettings.DEFAULT, threads)
                  .run(planted, Methods.all(Map.of()), Progress.NONE))
          .isEqualTo(single);
    }
  }

  @Test
  void stepsRiseOneByOneOnManyThreads() throws FennecException {
    List<Long> steps = Collections.synchronizedList(new ArrayList<>());
    List<EvaluationMethod> methods = List.of(Baseline.MEAN_RAW, Baseline.PARAMETERS);

    new LeaveOneTaskOut(EvaluationSettings.DEFAULT, 4)
        .run(planted, methods, (done, total, what) -> steps.add(done));

    assertThat(steps).isEqualTo(LongStream.rangeClosed(0, 12).boxed().toList());
  }

  @Test
  void everyMethodTaskAndMeasureHasAFigure() throws FennecException {
    List<EvaluationRow> rows =
        run.run(planted, List.of(Methods.all(Map.of()).get(0), Baseline.PARAMETERS), Progress.NONE);

    assertThat(rows).hasSize(2 * 6 * RankingMeasure.values().length);
    EvaluationReport report = new EvaluationReport(rows, List.of());
    assertThat(report.mean("planted", "fennec", RankingMeasure.PEARSON).getAsDouble())
        .isGreaterThan(report.mean("planted", "parameters", RankingMeasure.PEARSON).getAsDouble());
  }

  @Test
  void stopsWhenAsked() {
    Progress impatient =
        new Progress() {
          @Override
          public void step(long done, long total, String what) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };

    assertThatThrownBy(() -> run.run(planted, List.of(Baseline.MEAN_RAW), impatient))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void saysThatAHistoryWithoutImagesCannotBeTested() {
    EvaluationCase blind = new EvaluationCase("blind", history.withTaskImages(Map.of()), tuning);

    assertThatThrownBy(() -> run.run(blind, List.of(Baseline.MEAN_RAW), Progress.NONE))
        .isInstanceOf(FennecException.class)
        .hasMessage(
            "The history blind has images for 0 of its tasks; leaving one out needs two or more.");
  }

  @Test
  void modelsPretrainedOnTheHiddenTaskStayOutOfItsComparison() throws FennecException {
    List<PretrainedModel> models = new ArrayList<>(history.models());
    PretrainedModel first = models.get(0);
    models.set(
        0,
        new PretrainedModel(
            first.name(),
            first.family(),
            first.architecture(),
            first.parameters(),
            first.inputSize(),
            "Task_B (self-supervised)",
            first.sourceAccuracy(),
            first.url()));
    TransferHistory trained =
        new TransferHistory(
            history.performance(), models, history.packs(), history.tasks(), history.taskImages());
    EvaluationCase on = new EvaluationCase("planted", trained, tuning);
    List<EvaluationMethod> methods = List.of(Baseline.PARAMETERS);

    List<EvaluationRow> without = run.run(on, methods, Progress.NONE);
    List<EvaluationRow> with =
        new LeaveOneTaskOut(EvaluationSettings.DEFAULT.withLeaveOutPretrained(false))
            .run(on, methods, Progress.NONE);

    for (int i = 0; i < with.size(); i++) {
      boolean correlation = with.get(i).measure().equals(RankingMeasure.PEARSON.label());
      if (with.get(i).task().equals("task-b") && correlation) {
        assertThat(without.get(i).value()).isNotEqualTo(with.get(i).value());
      } else if (!with.get(i).task().equals("task-b")) {
        assertThat(without.get(i)).isEqualTo(with.get(i));
      }
    }
  }

  @Test
  void stopsBetweenTheMethodsOfOneTask() {
    List<Long> steps = Collections.synchronizedList(new ArrayList<>());
    Progress afterTheFirst =
        new Progress() {
          @Override
          public void step(long done, long total, String what) {
            steps.add(done);
          }

          @Override
          public boolean isCancelled() {
            return !steps.isEmpty();
          }
        };

    assertThatThrownBy(
            () ->
                oneByOne.run(
                    planted, List.of(Baseline.MEAN_RAW, Baseline.PARAMETERS), afterTheFirst))
        .isInstanceOf(CancellationException.class);
    assertThat(steps).containsExactly(0L);
  }
}
