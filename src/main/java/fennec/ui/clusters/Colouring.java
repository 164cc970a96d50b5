package fennec.ui.clusters;

/** What the colour of a point tells. */
public enum Colouring {
  /** Its archi2vec cluster. */
  CLUSTER("Cluster", false),
  /** Its family. */
  FAMILY("Family", false),
  /** Its parameters. */
  SIZE("Parameters", true),
  /** Its score at the present alpha. */
  SCORE("Score", true);

  private final String title;
  private final boolean ordered;

  Colouring(String title, boolean ordered) {
    this.title = title;
    this.ordered = ordered;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** Whether its classes go from low to high. */
  public boolean ordered() {
    return ordered;
  }

  @Override
  public String toString() {
    return title;
  }
}
