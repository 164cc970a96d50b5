package fennec.evaluate;

import fennec.embedding.ImageEmbeddings;
import fennec.recommend.ArchitectureFact;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferHistory;
import fennec.recommend.TransferSpace;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The open questions of the paper as sweeps: alpha, k, clusters, size and diversity of the history,
 * proxy, images a task, what is known of architectures. All are pure and seeded.
 */
public final class Sweeps {

  private static final int MOST_FACTORS = 10;
  private static final List<Integer> IMAGES = List.of(5, 10, 20, 50, 100);
  private static final List<Integer> PARTS = List.of(25, 50, 75, 100);

  private Sweeps() {}

  /** Weight of the meta score from 0 to 1 in steps of 0.05, for both transfer scores. */
  public static EvaluationSweep alpha(
      EvaluationCase on, EvaluationSettings how, Map<String, ArchitectureFact> architectures) {
    return new AlphaSweep(on, how, architectures);
  }

  /** Factors k of the transfer space from 1 to 10: ranking quality and error of reconstruction. */
  public static EvaluationSweep latentSize(EvaluationCase on, EvaluationSettings how) {
    List<Sweep.Setting> settings = new ArrayList<>();
    RecommenderSettings paper = RecommenderSettings.PUBLISHED;
    for (int size = 1; size <= MOST_FACTORS; size++) {
      int k = size;
      RecommenderSettings own =
          new RecommenderSettings(paper.method(), k, paper.trees(), paper.penalty(), paper.seed());
      settings.add(
          new Sweep.Setting(
              k,
              String.valueOf(k),
              on,
              how,
              List.of(new MergedMethod(Methods.PAPER_TRANSFER, new MethodParts(Map.of()), own, 0)),
              progress ->
                  List.of(
                      new SweepPoint(
                          on.pack(),
                          "factorisation",
                          k,
                          String.valueOf(k),
                          "reconstruction_error",
                          TransferSpace.fit(
                                  on.history().performance(),
                                  k,
                                  paper.penalty(),
                                  paper.seed(),
                                  progress)
                              .reconstructionError()))));
    }
    return new Sweep("k", "k: factors of the transfer space", settings);
  }

  /** Images of the new task: 5, 10, 20, 50, 100. */
  public static EvaluationSweep images(EvaluationCase on, EvaluationSettings how) {
    List<Sweep.Setting> settings = new ArrayList<>();
    for (int count : IMAGES) {
      settings.add(
          setting(count, count + " images", on, how.withImages(count), new MethodParts(Map.of())));
    }
    return new Sweep("images", "images of the new task", settings);
  }

  /**
   * What the meta regressor is told of architectures, for example clusters of archi2vec, clusters
   * of operation histograms, the family, or nothing.
   *
   * @param encodings graph facts by name of the architecture, by label; empty facts stand for the
   *     family alone, {@code null} facts for nothing about architectures at all
   */
  public static EvaluationSweep encodings(
      EvaluationCase on,
      EvaluationSettings how,
      Map<String, Map<String, ArchitectureFact>> encodings) {
    List<Sweep.Setting> settings = new ArrayList<>();
    encodings.forEach(
        (label, facts) -> {
          EvaluationCase known =
              facts == null
                  ? new EvaluationCase(on.pack(), withoutArchitectures(on.history()), on.tuning())
                  : on;
          settings.add(
              new Sweep.Setting(
                  settings.size(),
                  label,
                  known,
                  how,
                  List.of(meta(facts == null ? Map.of() : facts)),
                  Sweep.Extra.NONE));
        });
    return new Sweep("encoding", "what the meta score knows of architectures", settings);
  }

  /**
   * A clustering of the architectures.
   *
   * @param facts graph facts by name of the architecture
   * @param quality figures of the clusters themselves by measure, such as a silhouette
   */
  public record Clustering(
      Map<String, ArchitectureFact> facts, SortedMap<String, Double> quality) {}

  /**
   * Numbers of clusters of the architectures: quality of the meta score, and of the clusters.
   *
   * @param clusterings by number of clusters
   */
  public static EvaluationSweep clusters(
      EvaluationCase on, EvaluationSettings how, SortedMap<Integer, Clustering> clusterings) {
    List<Sweep.Setting> settings = new ArrayList<>();
    clusterings.forEach(
        (count, clustering) ->
            settings.add(
                new Sweep.Setting(
                    count,
                    String.valueOf(count),
                    on,
                    how,
                    List.of(meta(clustering.facts())),
                    progress ->
                        clustering.quality().entrySet().stream()
                            .map(
                                each ->
                                    new SweepPoint(
                                        on.pack(),
                                        "clusters",
                                        count,
                                        String.valueOf(count),
                                        each.getKey(),
                                        each.getValue()))
                            .toList())));
    return new Sweep("clusters", "number of archi2vec clusters", settings);
  }

  private static EvaluationMethod meta(Map<String, ArchitectureFact> facts) {
    return new MergedMethod(Methods.META, new MethodParts(facts), RecommenderSettings.PUBLISHED, 1);
  }

  /** Encoders as proxies, by title, with the task images as each sees them. */
  public static EvaluationSweep proxy(
      EvaluationCase on,
      EvaluationSettings how,
      Map<String, ? extends Map<String, ImageEmbeddings>> proxies) {
    List<Sweep.Setting> settings = new ArrayList<>();
    proxies.forEach(
        (title, images) ->
            settings.add(
                setting(
                    settings.size(),
                    title,
                    new EvaluationCase(
                        on.pack(),
                        on.history().withTaskImages(images),
                        on.tuning().withTaskImages(images)),
                    how,
                    new MethodParts(Map.of()))));
    return new Sweep("proxy", "proxy encoder", settings);
  }

  /** Random parts of the models: a quarter, half, three quarters, all; at least five. */
  public static EvaluationSweep models(EvaluationCase on, EvaluationSettings how) {
    List<Sweep.Setting> settings = new ArrayList<>();
    int m = on.history().models().size();
    for (int percent : PARTS) {
      int[] rows = part(m, Math.max(Math.min(5, m), m * percent / 100), how.seed());
      TransferHistory history = HistorySubset.rows(on.history(), rows);
      settings.add(
          setting(
              rows.length,
              rows.length + " models",
              new EvaluationCase(on.pack(), history, on.tuning()),
              how,
              new MethodParts(Map.of())));
    }
    return new Sweep("models", "models in the history", settings);
  }

  /**
   * Random parts of the tasks to learn from: the same tasks are hidden in turn, but of the others
   * only a part is shown.
   */
  public static EvaluationSweep tasks(EvaluationCase on, EvaluationSettings how) {
    List<String> names = on.history().performance().tasks();
    List<Sweep.Setting> settings = new ArrayList<>();
    for (int percent : PARTS) {
      int count = Math.max(2, names.size() * percent / 100);
      Set<String> away = new HashSet<>(names);
      Arrays.stream(part(names.size(), count, how.seed()))
          .mapToObj(names::get)
          .forEach(away::remove);
      settings.add(shown(count, count + " tasks", on, how, away));
    }
    return new Sweep("tasks", "tasks in the history", settings);
  }

  /** Whole domains taken away from what is learned from, one at a time. */
  public static EvaluationSweep domains(EvaluationCase on, EvaluationSettings how) {
    List<Sweep.Setting> settings = new ArrayList<>();
    settings.add(shown(0, "all domains", on, how, Set.of()));
    on.history().tasks().stream()
        .map(task -> task.domain())
        .filter(domain -> !domain.isEmpty())
        .distinct()
        .sorted()
        .forEach(
            domain -> {
              Set<String> away = new HashSet<>();
              on.history().tasks().stream()
                  .filter(task -> task.domain().equals(domain))
                  .forEach(task -> away.add(task.name()));
              settings.add(shown(settings.size(), "without " + domain, on, how, away));
            });
    return new Sweep("domains", "domains in the history", settings);
  }

  private static Sweep.Setting shown(
      double x, String label, EvaluationCase on, EvaluationSettings how, Set<String> away) {
    MethodParts parts = new MethodParts(Map.of());
    List<EvaluationMethod> methods =
        quick(parts).stream()
            .map(method -> (EvaluationMethod) new PartiallySighted(method, away))
            .toList();
    return new Sweep.Setting(x, label, on, how, methods, Sweep.Extra.NONE);
  }

  private static Sweep.Setting setting(
      double x, String label, EvaluationCase on, EvaluationSettings how, MethodParts parts) {
    return new Sweep.Setting(x, label, on, how, quick(parts), Sweep.Extra.NONE);
  }

  private static List<EvaluationMethod> quick(MethodParts parts) {
    return List.of(
        new MergedMethod(Methods.SIMILARITY, parts, Methods.similarity(), 0),
        new MergedMethod(Methods.PAPER_TRANSFER, parts, RecommenderSettings.PUBLISHED, 0),
        Baseline.MEAN_STANDARDISED);
  }

  private static int[] part(int n, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return Arrays.stream(order).limit(count).sorted().toArray();
  }

  private static TransferHistory withoutArchitectures(TransferHistory history) {
    List<PretrainedModel> bare =
        history.models().stream()
            .map(
                m ->
                    new PretrainedModel(
                        m.name(),
                        "",
                        "",
                        m.parameters(),
                        m.inputSize(),
                        m.pretrainingData(),
                        m.sourceAccuracy(),
                        m.url()))
            .toList();
    return new TransferHistory(
        history.performance(), bare, history.packs(), history.tasks(), history.taskImages());
  }
}
