package fennec.evaluate;

import fennec.numeric.Correlations;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Compares predicted scores of m models with their true scores on one task.
 *
 * <p>Pairs where either is NaN are left out. Where all predictions are equal, the correlations are
 * 0: such a prediction ranks nothing. Equal predictions rank in the order given, so callers who
 * pass models in the order of their names get the program's own order of ties.
 */
public final class RankingQuality {

  private static final int TOP = 5;

  private RankingQuality() {}

  /**
   * All measures; empty if fewer than three models have both scores. Cost O(m^2).
   *
   * @param predicted m numbers, greater is better, on any scale
   * @param actual m true scores, fractions
   */
  public static Map<RankingMeasure, Double> of(double[] predicted, double[] actual) {
    int[] both =
        IntStream.range(0, actual.length)
            .filter(i -> !Double.isNaN(predicted[i]) && !Double.isNaN(actual[i]))
            .toArray();
    Map<RankingMeasure, Double> measures = new EnumMap<>(RankingMeasure.class);
    if (both.length < 3) {
      return measures;
    }
    double[] x = Arrays.stream(both).mapToDouble(i -> predicted[i]).toArray();
    double[] y = Arrays.stream(both).mapToDouble(i -> actual[i]).toArray();
    measures.put(RankingMeasure.PEARSON, 100 * orZero(Correlations.pearson(x, y)));
    measures.put(RankingMeasure.SPEARMAN, orZero(Correlations.spearman(x, y)));
    measures.put(RankingMeasure.KENDALL, orZero(Correlations.kendall(x, y)));
    measures.put(RankingMeasure.WEIGHTED_KENDALL, orZero(Correlations.weightedKendall(x, y)));
    int[] ranked = descending(x);
    int[] truth = descending(y);
    measures.put(RankingMeasure.TOP1_REGRET, y[truth[0]] - y[ranked[0]]);
    measures.put(RankingMeasure.TOP5_RECALL, recall(ranked, y));
    return measures;
  }

  /** True scores equal to that of the fifth best count as among the best. */
  private static double recall(int[] ranked, double[] y) {
    int top = Math.min(TOP, y.length);
    double threshold = y[descending(y)[top - 1]];
    Set<Integer> best = new HashSet<>();
    IntStream.range(0, y.length).filter(i -> y[i] >= threshold).forEach(best::add);
    long found = Arrays.stream(ranked).limit(top).filter(best::contains).count();
    return (double) found / top;
  }

  private static double orZero(double correlation) {
    return Double.isNaN(correlation) ? 0 : correlation;
  }

  private static int[] descending(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
