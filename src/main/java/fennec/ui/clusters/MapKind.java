package fennec.ui.clusters;

/** How the vectors are brought into the plane. */
public enum MapKind {
  /** Principal components. */
  PCA("PCA", "The two directions in which the vectors differ most; distances can be trusted"),
  /** Uniform manifold approximation. */
  UMAP("UMAP", "Near architectures stay near; distances between groups mean little"),
  /** The network of nearest neighbours. */
  NEIGHBOURS("Neighbours", "Each architecture tied to its most similar ones, laid out by springs");

  private final String title;
  private final String meaning;

  MapKind(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** What can be read from it, one sentence. */
  public String meaning() {
    return meaning;
  }
}
