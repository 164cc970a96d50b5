package fennec.recommend;

import java.util.Arrays;
import java.util.List;

/**
 * Transfer scores of m models for one task.
 *
 * @param scores m predicted scores on the scale of P, a fraction
 * @param draws s x m: the same scores as s equally likely variants of the predictor see them (trees
 *     of a forest, samples of a posterior); their spread is the uncertainty
 * @param nearest historical tasks with their share in the prediction, the largest first
 * @param taskVector the k numbers of the task in the transfer space; empty if the predictor has
 *     none
 */
public record TransferPrediction(
    double[] scores, double[][] draws, List<TaskShare> nearest, double[] taskVector) {

  /**
   * Copies the arrays and checks that there is a draw and that its length is that of the scores.
   */
  public TransferPrediction {
    if (draws.length == 0 || draws[0].length != scores.length) {
      throw new IllegalArgumentException("a prediction needs draws as long as its scores");
    }
    scores = scores.clone();
    draws = Arrays.stream(draws).map(double[]::clone).toArray(double[][]::new);
    nearest = List.copyOf(nearest);
    taskVector = taskVector.clone();
  }
}
