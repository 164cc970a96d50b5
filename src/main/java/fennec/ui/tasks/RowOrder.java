package fennec.ui.tasks;

/** In which order models stand in the matrix. */
public enum RowOrder {
  /** By the mean of the scores there are, the best first. */
  MEAN("Mean score"),
  /** By the final score of the ranking, the best first. */
  FINAL("Final score"),
  /** By name. */
  NAME("Name");

  private final String title;

  RowOrder(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
