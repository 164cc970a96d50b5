package fennec.io;

/** What the numbers of a column of accuracies are. */
public enum ScoreUnit {
  /** From 0 to 100. */
  PERCENT(100),
  /** From 0 to 1. */
  FRACTION(1);

  final double whole;

  ScoreUnit(double whole) {
    this.whole = whole;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
