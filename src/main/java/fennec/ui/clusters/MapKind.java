package fennec.ui.clusters;

import fennec.app.PlaneMap;
import java.util.Optional;

/** How the vectors are brought into the plane: the ways that any vectors have, and a network. */
public enum MapKind {
  /** Principal components. */
  PCA(PlaneMap.Way.PCA),
  /** Uniform manifold approximation. */
  UMAP(PlaneMap.Way.UMAP),
  /** The network of nearest neighbours. */
  NEIGHBOURS("Neighbours", "Each architecture tied to its most similar ones, laid out by springs");

  private final Optional<PlaneMap.Way> way;
  private final String title;
  private final String meaning;

  MapKind(PlaneMap.Way way) {
    this.way = Optional.of(way);
    this.title = way.title();
    this.meaning = way.meaning();
  }

  MapKind(String title, String meaning) {
    this.way = Optional.empty();
    this.title = title;
    this.meaning = meaning;
  }

  /** The way that vectors of any things are mapped in; empty for the network. */
  public Optional<PlaneMap.Way> way() {
    return way;
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
