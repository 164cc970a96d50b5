package fennec.ui.ranking;

import fennec.recommend.RankedModel;
import fennec.recommend.Recommendation;
import fennec.ui.control.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The axis that all scores of a ranking are drawn on: the same for every row and column, and at
 * every alpha, so that a place on it means the same while the slider moves.
 *
 * <p>Scores lie close together and the last ones far off, so it begins at the lower quartile of the
 * intervals of transfer scores, and ends where nine of ten of them do, or at the highest score.
 * What lies below is marked as such at its beginning; intervals that go on beyond an end are left
 * open. It therefore carries dots, never bars, whose length would lie without a zero.
 *
 * @param low score at its beginning, a fraction
 * @param high score at its end, a fraction
 */
public record ScoreAxis(double low, double high) {

  /** Before there are scores. */
  static final ScoreAxis WHOLE = new ScoreAxis(0, 1);

  /** The axis of {@code recommendation}, its ends rounded outwards. Cost O(m log m). */
  public static ScoreAxis of(Recommendation recommendation) {
    List<RankedModel> transfer = recommendation.ranking(0).models();
    if (transfer.isEmpty()) {
      return WHOLE;
    }
    double[] lows = transfer.stream().mapToDouble(RankedModel::low).sorted().toArray();
    double[] highs = transfer.stream().mapToDouble(RankedModel::high).sorted().toArray();
    double from = lows[lows.length / 4];
    double to =
        DoubleStream.concat(
                DoubleStream.of(highs[highs.length * 9 / 10]),
                DoubleStream.concat(
                    Arrays.stream(recommendation.transfer().scores()),
                    Arrays.stream(recommendation.meta().scores())))
            .max()
            .orElse(from);
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
