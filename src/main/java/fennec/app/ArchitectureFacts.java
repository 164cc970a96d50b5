package fennec.app;

import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureClusters;
import fennec.architecture.ArchitectureEncoding;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphCost;
import fennec.architecture.GraphFacts;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.io.ArchitectureFactsReader;
import fennec.io.ArchitectureWork;
import fennec.progress.Progress;
import fennec.recommend.ArchitectureFact;
import fennec.recommend.RecommenderSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What is known of the zoo's graphs: cluster, number of layers and multiply-adds, kept in {@code
 * assets/architectures/facts.csv} so that a ranking need not read a graph.
 */
public final class ArchitectureFacts {

  /** Clusters of the zoo, as the method was published. */
  public static final int CLUSTERS = RecommenderSettings.PUBLISHED_CLUSTERS;

  private ArchitectureFacts() {}

  /**
   * The facts by name of the architecture; empty if they were never computed.
   *
   * @throws FennecException naming the line that cannot be read
   */
  public static Map<String, ArchitectureFact> read(FennecHome home) throws FennecException {
    Path file = file(home);
    return Files.exists(file) ? new ArchitectureFactsReader().read(file) : Map.of();
  }

  /**
   * Multiply-adds of a model by its graph, at the input side that the graph was made with.
   *
   * @param home with the facts
   * @throws FennecException naming the line that cannot be read
   */
  public static Map<String, ArchitectureWork> work(FennecHome home) throws FennecException {
    Path file = file(home);
    return Files.exists(file) ? new ArchitectureFactsReader().work(file) : Map.of();
  }

  /**
   * The same facts with the architectures in other clusters.
   *
   * @param clusters clusters of the zoo; an architecture outside of them is left out
   */
  static Map<String, ArchitectureFact> reclustered(
      Map<String, ArchitectureFact> facts, ArchitectureClusters clusters) {
    Map<String, ArchitectureFact> changed = new TreeMap<>();
    facts.forEach(
        (name, fact) -> {
          Integer cluster = clusters.clusterOf().get(name);
          if (cluster != null) {
            changed.put(name, new ArchitectureFact(cluster, fact.layers()));
          }
        });
    return changed;
  }

  private static Path file(FennecHome home) {
    return home.architectures().resolve("facts.csv");
  }

  /**
   * Clusters the zoo and writes the facts anew.
   *
   * @throws FennecException if a graph cannot be read or the file not be written
   */
  public static void refresh(FennecHome home, Progress progress) throws FennecException {
    ArchitectureNeighbourhood zoo =
        ArchitectureNeighbourhood.open(
            home.folder().resolve("assets"),
            Archi2Vec.Settings.of(ArchitectureEncoding.SUBTREE_TFIDF),
            progress);
    ArchitectureClusters clusters = zoo.clusters(OptionalInt.of(CLUSTERS), progress);
    Map<String, Integer> clusterOf = new TreeMap<>(clusters.clusterOf());
    StringBuilder lines =
        new StringBuilder("architecture,cluster,layers,input_size,multiply_adds\n");
    int done = 0;
    for (Map.Entry<String, Integer> each : clusterOf.entrySet()) {
      progress.checkCancelled();
      progress.step(done++, clusterOf.size(), "counting layers");
      ArchitectureGraph graph = zoo.atlas().graph(each.getKey());
      GraphCost cost = GraphCost.of(graph);
      lines
          .append(each.getKey())
          .append(',')
          .append(each.getValue())
          .append(',')
          .append(GraphFacts.layers(graph))
          .append(',')
          .append(zoo.atlas().entries().get(each.getKey()).inputSize())
          .append(',')
          .append(cost.unknown().isEmpty() ? "" + cost.multiplyAdds() : "")
          .append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file(home), out -> out.write(bytes));
  }
}
