package fennec.recommend;

/** How the transfer score is computed. */
public enum TransferMethod {
  /** Gaussian processes over tasks alike, one a pack: {@link TaskSimilarityProcess}. */
  SIMILARITY("similarity"),
  /** As published: NMF of the scores, a random forest from image features to the task vector. */
  PAPER("paper");

  private final String label;

  TransferMethod(String label) {
    this.label = label;
  }

  /** The name on the command line and in files. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
