package fennec.ui.ranking;

import fennec.recommend.RankedModel;
import fennec.recommend.Recommendation;
import fennec.ui.control.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The axis that all scores of a ranking are drawn on: the same for every row and column, and at
 * every alpha, so that a place on it means the same while the slider moves.
 *
 * <p>Scores lie close together and the last ones far off, so it begins at the lower quartile of the
 * intervals and ends at the highest interval; what lies below is marked as such at its beginning.
 * It therefore carries dots, never bars, whose length would lie without a zero.
 *
 * @param low score at its beginning, a fraction
 * @param high score at its end, a fraction
 */
public record ScoreAxis(double low, double high) {

  /** Before there are scores. */
  static final ScoreAxis WHOLE = new ScoreAxis(0, 1);

  /**
   * The axis of {@code recommendation}, its ends rounded outwards. A score's interval at any alpha
   * ends at most where it does at alpha 0 or 1, so these two tell. Cost O(m log m).
   */
  public static ScoreAxis of(Recommendation recommendation) {
    List<RankedModel> ends = new ArrayList<>(recommendation.ranking(0).models());
    ends.addAll(recommendation.ranking(1).models());
    if (ends.isEmpty()) {
      return WHOLE;
    }
    double[] lows = ends.stream().mapToDouble(RankedModel::low).sorted().toArray();
    double from = lows[lows.length / 4];
    double to = Arrays.stream(lows).max().orElse(from);
    to = Math.max(to, ends.stream().mapToDouble(RankedModel::high).max().orElse(to));
    double range = Math.max(1e-4, to - from);
    double step = Math.pow(10, Math.floor(Math.log10(range)) - 1);
    double low = Math.floor(from / step) * step;
    double high = Math.ceil(to / step) * step;
    return new ScoreAxis(low, high > low ? high : low + step);
  }

  /** Where {@code score} lies: 0 at the beginning, 1 at the end; less or more beyond them. */
  public double position(double score) {
    return (score - low) / (high - low);
  }

  /** Its beginning as a percentage. */
  public String lowText() {
    return text(low);
  }

  /** Its end as a percentage. */
  public String highText() {
    return text(high);
  }

  private String text(double end) {
    String text = Figures.percent(end);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
