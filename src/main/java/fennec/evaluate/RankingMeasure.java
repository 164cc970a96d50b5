package fennec.evaluate;

import java.util.Arrays;

/** A figure that says how well predicted scores rank the models of one task. */
public enum RankingMeasure {
  /** Pearson's r between predicted and true scores, times 100: the measure of PARC and Fennec. */
  PEARSON("pearson_x100"),
  /** Spearman's rho, in [-1, 1]. */
  SPEARMAN("spearman"),
  /** Kendall's tau b, in [-1, 1]. */
  KENDALL("kendall"),
  /** Kendall's tau with hyperbolic weights on the best places, as SciPy's weightedtau. */
  WEIGHTED_KENDALL("weighted_kendall"),
  /** Best true score minus the true score of the model ranked first, a fraction; 0 is best. */
  TOP1_REGRET("top1_regret"),
  /** Which part of the five truly best models stands among the five ranked best, in [0, 1]. */
  TOP5_RECALL("top5_recall");

  private final String label;

  RankingMeasure(String label) {
    this.label = label;
  }

  /** The name in files. */
  public String label() {
    return label;
  }

  /** Whether {@code label} is that of one of these measures. */
  public static boolean isLabel(String label) {
    return Arrays.stream(values()).anyMatch(each -> each.label.equals(label));
  }
}
