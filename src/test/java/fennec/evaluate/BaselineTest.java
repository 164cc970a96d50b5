package fennec.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import fennec.error.FennecException;
import fennec.history.PerformanceMatrix;
import fennec.progress.Progress;
import fennec.recommend.PlantedHistory;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferHistory;
import fennec.recommend.TransferMethod;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private final TransferHistory history = PlantedHistory.of(4, 6, 20, 3);

  private TransferHistory with(double[][] scores) {
    return history.withPerformance(
        new PerformanceMatrix(
            history.performance().models(), history.performance().tasks(), scores));
  }

  @Test
  void scoresAreStandardisedByTheirNumber() {
    double[][] scores = history.performance().toArray();
    double[] first = {0.2, 0.4, Double.NaN, Double.NaN};
    double[] constant = {0.5, 0.5, 0.5, 0.5};
    for (int i = 0; i < 4; i++) {
      scores[i][0] = first[i];
      scores[i][1] = constant[i];
    }

    double[][] standardised = ColumnScores.standardised(with(scores));

    double[] column = {
      standardised[0][0], standardised[1][0], standardised[2][0], standardised[3][0]
    };
    assertArrayEquals(new double[] {-1, 1, Double.NaN, Double.NaN}, column, 1e-12);
    assertThat(standardised[0][1]).isNaN();
  }

  @Test
  void whereTheNearestTaskHasNoScoreTheNextOneAnswers() throws FennecException {
    TransferHistory visible = history.withoutTask("task-d");
    double[] whole =
        Baseline.NEAREST_TASK
            .fit(visible, visible, Progress.NONE)
            .scores(PlantedHistory.target(history, 3));
    double[][] standardised = ColumnScores.standardised(visible);
    int nearest = 0;
    while (standardised[0][nearest] != whole[0]) {
      nearest++;
    }
    double[][] scores = visible.performance().toArray();
    scores[0][nearest] = Double.NaN;
    TransferHistory sparse =
        visible.withPerformance(
            new PerformanceMatrix(
                visible.performance().models(), visible.performance().tasks(), scores));

    double[] answer =
        Baseline.NEAREST_TASK
            .fit(sparse, sparse, Progress.NONE)
            .scores(PlantedHistory.target(history, 3));

    assertThat(answer[0]).isNotNaN();
    assertThat(answer[1]).isEqualTo(ColumnScores.standardised(sparse)[1][nearest]);
  }

  @Test
  void methodsWithOtherSettingsDoNotShareAFit() {
    MethodParts parts = new MethodParts(Map.of());
    RecommenderSettings two = new RecommenderSettings(TransferMethod.PAPER, 2, 5, 0, 1);
    RecommenderSettings one = new RecommenderSettings(TransferMethod.PAPER, 1, 5, 0, 1);

    var first = parts.latent(history, two, Progress.NONE);

    assertThat(parts.latent(history, two, Progress.NONE)).isSameAs(first);
    assertThat(parts.latent(history, one, Progress.NONE)).isNotSameAs(first);
  }
}
