package fennec.recommend;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Meta scores of m models for one task.
 *
 * @param scores m predicted scores on the scale of P
 * @param spread standard deviation of the regression's residuals, on the scale of P
 * @param contributions what each feature adds to the score of the model at a position, the largest
 *     amount first; computed when asked for
 */
public record MetaPrediction(
    double[] scores, double spread, IntFunction<List<Contribution>> contributions) {

  /** Copies the scores. */
  public MetaPrediction {
    scores = scores.clone();
    Objects.requireNonNull(contributions);
  }
}
