package fennec.app;

import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureClusters;
import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import fennec.file.UserFolders;
import fennec.io.ArchitectureAtlas;
import fennec.io.ArchitectureVectors;
import fennec.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Vectors of all architectures of the atlas, their clusters, and where another graph lies among
 * them. Immutable.
 */
public final class ArchitectureNeighbourhood {

  private static final long SEED = 1;
  private static final String FILE = "archi2vec.safetensors";

  private final Archi2Vec vectors;
  private final ArchitectureAtlas atlas;

  private ArchitectureNeighbourhood(ArchitectureAtlas atlas, Archi2Vec vectors) {
    this.atlas = atlas;
    this.vectors = vectors;
  }

  /**
   * Reads the vectors that come with the program, or those in the user's cache, or makes them.
   *
   * @param assets folder with {@code architectures}
   * @param settings how to embed
   * @throws FennecException if a graph cannot be read or the cache cannot be written
   */
  public static ArchitectureNeighbourhood open(
      Path assets, Archi2Vec.Settings settings, Progress progress) throws FennecException {
    Path folder = assets.resolve("architectures");
    ArchitectureAtlas atlas = ArchitectureAtlas.open(folder);
    Path cached =
        UserFolders.cache().resolve("architectures").resolve(settings.encoding().id() + "-" + FILE);
    List<Path> files = List.of(folder.resolve(FILE), cached);
    return new ArchitectureNeighbourhood(
        atlas, ArchitectureVectors.load(atlas, settings, files, progress));
  }

  /**
   * Makes the vectors that come with the program again if a graph changed, and writes them beside
   * the graphs.
   *
   * @throws FennecException if a graph cannot be read or the file cannot be written
   */
  public static ArchitectureNeighbourhood refresh(Path assets, Progress progress)
      throws FennecException {
    Path folder = assets.resolve("architectures");
    ArchitectureAtlas atlas = ArchitectureAtlas.open(folder);
    return new ArchitectureNeighbourhood(
        atlas,
        ArchitectureVectors.load(
            atlas, Archi2Vec.Settings.defaults(), List.of(folder.resolve(FILE)), progress));
  }

  /** The vectors. */
  public Archi2Vec vectors() {
    return vectors;
  }

  /** The list of architectures. */
  public ArchitectureAtlas atlas() {
    return atlas;
  }

  /**
   * Clusters of the vectors.
   *
   * @param count number of clusters; chosen by silhouette if empty
   * @throws FennecException if there are fewer architectures than clusters
   */
  public ArchitectureClusters clusters(OptionalInt count, Progress progress)
      throws FennecException {
    if (count.isEmpty()) {
      return ArchitectureClusters.choose(vectors.vectors(), SEED, progress);
    }
    int most = vectors.names().size();
    if (count.getAsInt() < 1 || count.getAsInt() > most) {
      throw new FennecException(
          "The number of clusters must be between 1 and "
              + most
              + ", not "
              + count.getAsInt()
              + ".");
    }
    return ArchitectureClusters.of(vectors.vectors(), count.getAsInt(), SEED);
  }

  /** The vector of {@code graph}, embedded beside the others without a new fit. */
  public float[] vector(ArchitectureGraph graph) {
    return vectors.embed(graph);
  }

  /**
   * The architectures nearest to {@code graph}, nearest first, without itself.
   *
   * @param top how many at most
   * @throws FennecException if top is below 1
   */
  public List<Archi2Vec.Neighbour> nearest(ArchitectureGraph graph, int top)
      throws FennecException {
    if (top < 1) {
      throw new FennecException("The number of neighbours must be 1 or more, not " + top + ".");
    }
    return vectors.nearest(vector(graph), top, graph.name());
  }
}
