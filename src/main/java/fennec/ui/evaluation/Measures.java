package fennec.ui.evaluation;

import fennec.evaluate.RankingMeasure;

/** Measures in words. */
final class Measures {

  private Measures() {}

  /** What the measure with this label says, for a menu. */
  static String title(String label) {
    for (RankingMeasure measure : RankingMeasure.values()) {
      if (measure.label().equals(label)) {
        return switch (measure) {
          case PEARSON -> "Pearson correlation \u00d7 100";
          case SPEARMAN -> "Spearman correlation";
          case KENDALL -> "Kendall's tau";
          case WEIGHTED_KENDALL -> "Weighted Kendall's tau";
          case TOP1_REGRET -> "Regret of the first place";
          case TOP5_RECALL -> "Recall of the best five";
        };
      }
    }
    String words = label.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Which direction is good, and the range, one sentence. */
  static String meaning(String label) {
    if (label.equals(RankingMeasure.TOP1_REGRET.label())) {
      return "Lower is better: what is lost by taking the model ranked first, as a fraction.";
    }
    if (label.equals("reconstruction_error")) {
      return "Lower is better: how far the factors are from the history.";
    }
    if (label.equals(RankingMeasure.TOP5_RECALL.label())) {
      return "Higher is better: which part of the five best models is among the first five.";
    }
    return label.equals(RankingMeasure.PEARSON.label())
        ? "Higher is better: 100 is a perfect line between predicted and true scores, 0 is chance."
        : "Higher is better: 1 is the true order, 0 is chance.";
  }
}
