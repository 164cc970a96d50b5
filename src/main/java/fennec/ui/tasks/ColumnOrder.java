package fennec.ui.tasks;

/** In which order tasks stand in the matrix. */
public enum ColumnOrder {
  /** By their share in the prediction, the most similar first. */
  SIMILARITY("Similarity"),
  /** By the mean of the scores there are, the easiest first. */
  MEAN("Mean score"),
  /** By name. */
  NAME("Name");

  private final String title;

  ColumnOrder(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
