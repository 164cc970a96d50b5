package fennec.app;

import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureClusters;
import fennec.architecture.ArchitectureEncoding;
import fennec.architecture.EncodingQuality;
import fennec.error.FennecException;
import fennec.evaluate.EvaluationCase;
import fennec.evaluate.EvaluationSettings;
import fennec.evaluate.EvaluationSweep;
import fennec.evaluate.SweepReport;
import fennec.evaluate.Sweeps;
import fennec.io.ArchitectureAtlas;
import fennec.progress.Progress;
import fennec.recommend.ArchitectureFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sweeps whose settings are clusters of the zoo's dataflow graphs; nothing is clustered before
 * {@link #run}. The operation histogram reads every graph, the others stored vectors where there
 * are some.
 */
record ArchitectureSweep(String name, Settings settings) implements EvaluationSweep {

  private static final List<Integer> COUNTS = List.of(2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40);

  /** Makes the sweep once clusters are wanted. */
  @FunctionalInterface
  interface Settings {
    EvaluationSweep of(Progress progress) throws FennecException;
  }

  /** From 2 to 40 clusters. */
  static EvaluationSweep clusters(FennecHome home, EvaluationCase on, EvaluationSettings how) {
    return new ArchitectureSweep(
        "clusters", progress -> Sweeps.clusters(on, how, clusterings(home, progress)));
  }

  /** Clusters of four encodings, the family, and nothing. */
  static EvaluationSweep encoding(FennecHome home, EvaluationCase on, EvaluationSettings how) {
    return new ArchitectureSweep(
        "encoding", progress -> Sweeps.encodings(on, how, encodings(home, progress)));
  }

  @Override
  public SweepReport run(Progress progress) throws FennecException {
    return settings.of(progress).run(progress);
  }

  private static SortedMap<Integer, Sweeps.Clustering> clusterings(
      FennecHome home, Progress progress) throws FennecException {
    Map<String, ArchitectureFact> facts = ArchitectureFacts.read(home);
    ArchitectureNeighbourhood zoo = open(home, ArchitectureEncoding.SUBTREE_TFIDF, progress);
    SortedMap<Integer, Sweeps.Clustering> clusterings = new TreeMap<>();
    for (int count : COUNTS) {
      progress.checkCancelled();
      progress.step(clusterings.size(), COUNTS.size(), "clustering architectures");
      ArchitectureClusters clusters = zoo.clusters(OptionalInt.of(count), progress);
      SortedMap<String, Double> quality = new TreeMap<>();
      quality.put("silhouette", clusters.silhouette());
      quality.put("adjusted_rand_to_families", adjustedRand(zoo.atlas(), clusters));
      clusterings.put(
          count, new Sweeps.Clustering(ArchitectureFacts.reclustered(facts, clusters), quality));
    }
    return clusterings;
  }

  private static double adjustedRand(ArchitectureAtlas atlas, ArchitectureClusters clusters) {
    return EncodingQuality.adjustedRand(
        List.copyOf(clusters.clusterOf().values()),
        clusters.clusterOf().keySet().stream().map(name -> family(atlas, name)).toList());
  }

  private static String family(ArchitectureAtlas atlas, String name) {
    return atlas.entries().get(name).family().toLowerCase(Locale.ROOT).replace("_", "");
  }

  private static Map<String, Map<String, ArchitectureFact>> encodings(
      FennecHome home, Progress progress) throws FennecException {
    Map<String, ArchitectureFact> facts = ArchitectureFacts.read(home);
    Map<String, Map<String, ArchitectureFact>> encodings = new LinkedHashMap<>();
    encodings.put(
        "archi2vec", clustered(home, facts, ArchitectureEncoding.SUBTREE_TFIDF, progress));
    encodings.put("graph2vec", clustered(home, facts, ArchitectureEncoding.GRAPH2VEC, progress));
    encodings.put(
        "operation histogram",
        clustered(home, facts, ArchitectureEncoding.OPERATION_HISTOGRAM, progress));
    encodings.put(
        "parameters and depth",
        clustered(home, facts, ArchitectureEncoding.PARAMETERS_AND_DEPTH, progress));
    encodings.put("family", Map.of());
    encodings.put("none", null);
    return encodings;
  }

  private static Map<String, ArchitectureFact> clustered(
      FennecHome home,
      Map<String, ArchitectureFact> facts,
      ArchitectureEncoding encoding,
      Progress progress)
      throws FennecException {
    return ArchitectureFacts.reclustered(
        facts,
        open(home, encoding, progress)
            .clusters(OptionalInt.of(ArchitectureFacts.CLUSTERS), progress));
  }

  private static ArchitectureNeighbourhood open(
      FennecHome home, ArchitectureEncoding encoding, Progress progress) throws FennecException {
    return ArchitectureNeighbourhood.open(
        home.folder().resolve("assets"), Archi2Vec.Settings.of(encoding), progress);
  }
}
