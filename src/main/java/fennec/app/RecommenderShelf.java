package fennec.app;

import fennec.architecture.Archi2Vec;
import fennec.embedding.ImageEncoder;
import fennec.error.FennecException;
import fennec.io.HistoryPackFiles;
import fennec.progress.Progress;
import fennec.recommend.ArchitectureFact;
import fennec.recommend.PackStamp;
import fennec.recommend.Recommender;
import fennec.recommend.RecommenderSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Recommenders by what they were fitted to, and the architectures they know. Thread-safe. */
final class RecommenderShelf {

  private final FennecHome home;
  private final EncoderShelf encoders;
  private final Map<String, ArchitectureFact> facts;
  private final Map<Key, Recommender> fitted = new HashMap<>();
  private ArchitectureNeighbourhood neighbourhood;

  private record Key(List<PackStamp> packs, String encoder, RecommenderSettings settings) {}

  /** Reads the facts about architectures that the program ships. */
  RecommenderShelf(FennecHome home, EncoderShelf encoders) throws FennecException {
    this.home = home;
    this.encoders = encoders;
    this.facts = ArchitectureFacts.read(home);
  }

  /**
   * The recommender fitted to {@code packs} as {@code encoder} sees their tasks; kept, and where
   * only the number of clusters differs, its transfer predictor is shared.
   */
  synchronized Recommender fitted(
      List<HistoryPackFiles> packs,
      ImageEncoder encoder,
      RecommenderSettings settings,
      Progress progress)
      throws FennecException {
    Key key = new Key(stamps(packs), encoder.id(), settings);
    Recommender known = fitted.get(key);
    if (known == null) {
      RecommenderSettings published = settings.withClusters(RecommenderSettings.PUBLISHED_CLUSTERS);
      known =
          settings.equals(published)
              ? Recommender.fit(
                  HistoryShelf.join(packs, encoders.taskFeatures(encoder)),
                  facts,
                  settings,
                  progress)
              : clustered(
                  fitted(packs, encoder, published, progress), settings.clusters(), progress);
      fitted.put(key, known);
    }
    return known;
  }

  private Recommender clustered(Recommender recommender, int clusters, Progress progress)
      throws FennecException {
    return recommender.withClusters(
        ArchitectureFacts.reclustered(
            facts, architectures(progress).clusters(OptionalInt.of(clusters), progress)),
        clusters);
  }

  /** The vectors of all architectures; read once and kept. */
  synchronized ArchitectureNeighbourhood architectures(Progress progress) throws FennecException {
    if (neighbourhood == null) {
      neighbourhood =
          ArchitectureNeighbourhood.open(
              home.folder().resolve("assets"), Archi2Vec.Settings.defaults(), progress);
    }
    return neighbourhood;
  }

  /** What tells these packs from others. */
  static List<PackStamp> stamps(List<HistoryPackFiles> packs) {
    return packs.stream().map(p -> new PackStamp(p.pack().name(), p.pack().sha256())).toList();
  }
}
