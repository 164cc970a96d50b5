package fennec.recommend;

/** How the transfer score is computed. */
public enum TransferMethod {
  /** Gaussian processes over tasks alike, one a pack: {@link TaskSimilarityProcess}. */
  SIMILARITY("similarity", 0.1),
  /** As published: NMF of the scores, a random forest from image features to the task vector. */
  PAPER("paper", 0.5);

  private final String label;
  private final double defaultAlpha;

  TransferMethod(String label, double defaultAlpha) {
    this.label = label;
    this.defaultAlpha = defaultAlpha;
  }

  /**
   * Weight of the meta score unless told otherwise: as published for the published method, for the
   * other what did best with each task left out in turn (see {@code src/docs/scoring.md}).
   */
  public double defaultAlpha() {
    return defaultAlpha;
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
