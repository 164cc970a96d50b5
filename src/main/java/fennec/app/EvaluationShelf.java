package fennec.app;

import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.evaluate.EvaluationCase;
import fennec.evaluate.EvaluationMethod;
import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.EvaluationSettings;
import fennec.evaluate.EvaluationSweep;
import fennec.evaluate.LeaveOneTaskOut;
import fennec.evaluate.Methods;
import fennec.evaluate.PublishedFigures;
import fennec.evaluate.Sweeps;
import fennec.io.HistoryPackFiles;
import fennec.io.PublishedFiguresReader;
import fennec.progress.Progress;
import fennec.recommend.TransferHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts packs, task images and published figures together for evaluations and sweeps. */
public final class EvaluationShelf {

  /** The names of the sweeps. */
  public static final List<String> SWEEPS =
      List.of(
          "alpha", "k", "clusters", "encoding", "images", "models", "tasks", "domains", "proxy");

  private final FennecHome home;
  private final HistoryShelf histories;

  /** An evaluation over the assets of {@code home}. */
  public EvaluationShelf(FennecHome home, HistoryShelf histories) {
    this.home = home;
    this.histories = histories;
  }

  /**
   * What is evaluated when {@code packs} are joined: models with a score on every task of their
   * pack; all other packs of the program serve for tuning.
   */
  public EvaluationCase on(List<HistoryPackFiles> packs, TaskFeatures features) {
    List<String> names = packs.stream().map(p -> p.pack().name()).toList();
    List<HistoryPackFiles> others =
        histories.shipped().stream().filter(p -> !names.contains(p.pack().name())).toList();
    List<HistoryPackFiles> tuning = others.isEmpty() ? packs : others;
    return new EvaluationCase(
            packs.size() > 1 ? "joined" : names.get(0),
            HistoryShelf.join(packs, features),
            HistoryShelf.join(tuning, features))
        .completeModels();
  }

  /**
   * Leaves one task out with {@code methods} (all if empty, by label) and sets published figures
   * beside them where there are some; for those, figures are given with no model left out as well.
   * A joined history is compared whole and pack by pack: its columns mix protocols, and how far
   * those lie apart is nothing that a ranking for a new task should tell.
   *
   * @throws FennecException if a method is not known or nothing can be evaluated
   */
  public EvaluationReport evaluate(
      EvaluationCase on, EvaluationSettings how, List<String> methods, Progress progress)
      throws FennecException {
    List<PublishedFigures> published = published(on.pack());
    List<LeaveOneTaskOut.Comparison> comparisons = new ArrayList<>();
    comparisons.add(new LeaveOneTaskOut.Comparison(on.pack(), how.leaveOutPretrained(), Set.of()));
    List<String> within = new ArrayList<>();
    for (Map.Entry<String, Set<String>> pack : modelsByPack(on.history()).entrySet()) {
      String label = on.pack() + ", models of " + pack.getKey();
      within.add(label);
      comparisons.add(
          new LeaveOneTaskOut.Comparison(label, how.leaveOutPretrained(), pack.getValue()));
    }
    for (PublishedFigures figures : published) {
      comparisons.add(new LeaveOneTaskOut.Comparison(beside(on, figures), false, figures.models()));
    }
    List<EvaluationRow> rows = new ArrayList<>();
    List<EvaluationRow> computed =
        new LeaveOneTaskOut(how).run(on, choose(methods), comparisons, progress);
    computed.stream()
        .filter(row -> row.pack().equals(on.pack()) || within.contains(row.pack()))
        .forEach(rows::add);
    List<String> protocol = new ArrayList<>();
    protocol.add(
        "Each task is hidden everywhere in turn and predicted from "
            + how.draws()
            + (how.draws() == 1
                ? " seeded draw of its images."
                : " seeded draws of its images; figures are means over the draws.")
            + " Models pre-trained on"
            + " the hidden task are left out of its comparison. Settings of the similarity method"
            + " start from the packs that are not evaluated and are refitted on the remaining"
            + " tasks.");
    if (!within.isEmpty()) {
      protocol.add(
          "The columns of joined packs mix protocols; the tables of one pack's models do not.");
    }
    for (PublishedFigures figures : published) {
      String same = beside(on, figures);
      List<String> tasks = figures.rows().stream().map(EvaluationRow::task).distinct().toList();
      computed.stream()
          .filter(row -> row.pack().equals(same) && tasks.contains(row.task()))
          .forEach(rows::add);
      figures.rows().forEach(row -> rows.add(renamed(row, same)));
      protocol.add(
          "Published: "
              + figures.source()
              + ", on the same tasks and models, where none is left out.");
    }
    return new EvaluationReport(rows, protocol);
  }

  /** Names of models by pack if there are several packs, else nothing. */
  private static SortedMap<String, Set<String>> modelsByPack(TransferHistory history) {
    SortedMap<String, Set<String>> byPack = new TreeMap<>();
    for (int i = 0; i < history.models().size(); i++) {
      byPack
          .computeIfAbsent(history.packs().get(i), pack -> new HashSet<>())
          .add(history.models().get(i).name());
    }
    return byPack.size() > 1 ? byPack : new TreeMap<>();
  }

  private static String beside(EvaluationCase on, PublishedFigures figures) {
    return on.pack()
        + (figures.models().isEmpty()
            ? " (no model left out)"
            : " (the " + figures.models().size() + " models of the published figures)");
  }

  private static EvaluationRow renamed(EvaluationRow row, String pack) {
    return new EvaluationRow(
        pack, row.method(), row.task(), row.measure(), row.value(), row.published());
  }

  private List<EvaluationMethod> choose(List<String> labels) throws FennecException {
    List<String> known = Methods.labels();
    for (String label : labels) {
      if (!known.contains(label)) {
        throw new FennecException(
            "There is no method " + label + "; the methods are " + String.join(", ", known) + ".");
      }
    }
    return Methods.all(ArchitectureFacts.read(home)).stream()
        .filter(m -> labels.isEmpty() || labels.contains(m.label()))
        .toList();
  }

  private List<PublishedFigures> published(String pack) throws FennecException {
    Path reference = home.folder().resolve("assets").resolve("reference");
    PublishedFiguresReader reader = new PublishedFiguresReader();
    if (pack.equals("hf-finetune")) {
      return List.of(reader.transferGraph(reference.resolve("transfergraph_pearson.csv")));
    }
    if (pack.equals("imagenet-cnn")) {
      HistoryPackFiles files = histories.packs(List.of(pack)).get(0);
      return List.of(
          reader.metrics(reference.resolve("cnn_transferability_metrics.csv"), files.pack()));
    }
    return List.of();
  }

  /**
   * A sweep by name.
   *
   * @param proxies for {@code proxy}: features of the tasks by title of the encoder
   * @throws FennecException if there is no such sweep
   */
  public EvaluationSweep sweep(
      String name,
      EvaluationCase on,
      EvaluationSettings how,
      SortedMap<String, TaskFeatures> proxies)
      throws FennecException {
    return switch (name) {
      case "alpha" -> Sweeps.alpha(on, how, ArchitectureFacts.read(home));
      case "k" -> Sweeps.latentSize(on, how);
      case "clusters" -> ArchitectureSweep.clusters(home, on, how);
      case "encoding" -> ArchitectureSweep.encoding(home, on, how);
      case "images" -> Sweeps.images(on, how);
      case "models" -> Sweeps.models(on, how);
      case "tasks" -> Sweeps.tasks(on, how);
      case "domains" -> Sweeps.domains(on, how);
      case "proxy" -> {
        SortedMap<String, Map<String, fennec.embedding.ImageEmbeddings>> images = new TreeMap<>();
        proxies.forEach((title, features) -> images.put(title, features.tasks()));
        yield Sweeps.proxy(on, how, images);
      }
      default ->
          throw new FennecException(
              "There is no sweep " + name + "; the sweeps are " + String.join(", ", SWEEPS) + ".");
    };
  }
}
