package fennec.ui.ranking;

import fennec.recommend.Recommendation;
import java.util.Arrays;

/**
 * The ends of the score bars: the same at every alpha, so that a bar's length means the same while
 * the slider moves.
 *
 * @param low score of an empty bar
 * @param high score of a full bar
 */
public record ScoreScale(double low, double high) {

  /** From the lowest to the highest transfer or meta score, with a little room below. */
  public static ScoreScale of(Recommendation recommendation) {
    double[] transfer = recommendation.transfer().scores();
    double[] meta = recommendation.meta().scores();
    double low =
        Math.min(Arrays.stream(transfer).min().orElse(0), Arrays.stream(meta).min().orElse(0));
    double high =
        Math.max(Arrays.stream(transfer).max().orElse(1), Arrays.stream(meta).max().orElse(1));
    double room = Math.max(1e-6, (high - low) * 0.06);
    return new ScoreScale(low - room, high + room);
  }

  /** Where {@code score} lies, in [0, 1]. */
  public double position(double score) {
    return Math.min(1, Math.max(0, (score - low) / (high - low)));
  }
}
