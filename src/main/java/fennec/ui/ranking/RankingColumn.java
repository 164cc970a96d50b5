package fennec.ui.ranking;

import java.util.Locale;

/** The columns of the ranking from left to right, the ones a choice rests on first. */
public enum RankingColumn {
  /** Place. */
  RANK("#", 44, SortKey.RANK, true, "Place among all candidates at the present alpha; 1 is best."),
  /** Name. */
  MODEL("Model", 212, SortKey.MODEL, false, "The name it is published under."),
  /** Merged score. */
  SCORE(
      "Score",
      148,
      SortKey.SCORE,
      false,
      "Predicted accuracy after fine-tuning on your images: (1 \u2212 alpha) \u00d7 transfer + alpha"
          + " \u00d7 meta, in percent. Higher is better. Differences between models mean something, the"
          + " level hardly does. The whisker holds 80 % of equally likely variants of the"
          + " prediction."),
  /** Interval of places. */
  PLACES(
      "Places",
      66,
      null,
      true,
      "Where the model lies in 80 % of equally likely variants of the prediction. Models whose"
          + " places overlap are ties; take the smaller or quicker one."),
  /** Places gained. */
  MOVED(
      "Moved",
      54,
      null,
      true,
      "Places gained (\u25b2) or lost (\u25bc) against the ranking at the default alpha."),
  /** Number of weights. */
  PARAMETERS(
      "Parameters",
      84,
      SortKey.PARAMETERS,
      true,
      "Number of weights. Fine-tuning with Adam needs about 16 bytes for each, and activations."),
  /** Transfer score. */
  TRANSFER(
      "Transfer",
      108,
      SortKey.TRANSFER,
      false,
      "Accuracy predicted from how models did on past tasks whose images are like yours, in percent."
          + " A ~ and a hollow dot mark a model without a history: estimated from models alike."),
  /** Meta score. */
  META(
      "Meta",
      108,
      SortKey.META,
      false,
      "Accuracy predicted from facts alone, in percent: parameters, input size, pre-training data,"
          + " cluster of the dataflow graph, layers; images and classes of your task."),
  /** Multiply-adds. */
  GMACS(
      "GMACs",
      68,
      SortKey.MULTIPLY_ADDS,
      true,
      "Billions of multiply-adds for one image at the input size, counted on the dataflow graph;"
          + " blank where none is known."),
  /** Side of the input. */
  INPUT("Input", 62, SortKey.INPUT, true, "Side of the square input in pixels."),
  /** Family. */
  FAMILY("Family", 110, SortKey.FAMILY, false, "Family of architectures."),
  /** Pre-training data. */
  PRETRAINING(
      "Pre-trained on",
      130,
      SortKey.PRETRAINING,
      false,
      "Data the weights were trained on, as far as its publisher says.");

  private final String title;
  private final double width;
  private final SortKey sortKey;
  private final boolean number;
  private final String explanation;

  RankingColumn(String title, double width, SortKey sortKey, boolean number, String explanation) {
    this.title = title;
    this.width = width;
    this.sortKey = sortKey;
    this.number = number;
    this.explanation = explanation;
  }

  /** Its name in ids and in the settings, for example {@code gmacs}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its heading. */
  public String title() {
    return title;
  }

  /** Width at first, in pixels. */
  double width() {
    return width;
  }

  /** What a click on its heading sorts by; null for nothing. */
  SortKey sortKey() {
    return sortKey;
  }

  /** Whether it stands to the right, as numbers do. */
  boolean isNumber() {
    return number;
  }

  /** What it says, for people. */
  public String explanation() {
    return explanation;
  }

  /** Whether it can be hidden; a row without place and name says nothing. */
  public boolean canBeHidden() {
    return this != RANK && this != MODEL;
  }
}
