package fennec.io;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.ContentHash;
import fennec.history.HistoricTask;
import fennec.history.HistoryPack;
import fennec.history.PerformanceMatrix;
import fennec.zoo.PretrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a history pack from its folder: {@code performance.csv}, long ({@code model,task,score}) or
 * wide (first column {@code model}, one column a task, empty cells not tried), and where they are
 * there {@code models.csv}, {@code tasks.csv} and {@code pack.json}. Scores leave as fractions in
 * [0, 1]. The unit is the one that {@code pack.json} states; without it, per cent if any score
 * exceeds 1.
 *
 * <p>A pack is read whole or not at all. {@link #read} stops at the first thing that is wrong,
 * {@link #check} names everything at once.
 */
public final class HistoryPackReader {

  /** The files of a pack, those about facts first. */
  static final List<String> FILES =
      List.of("pack.json", "models.csv", "tasks.csv", "performance.csv");

  /** Creates a reader; it keeps nothing between calls. */
  public HistoryPackReader() {}

  /**
   * The pack in {@code folder}.
   *
   * @throws FennecException naming file, line and reason of the first thing that is wrong
   */
  public HistoryPackFiles read(Path folder) throws FennecException {
    List<Complaint> complaints = new ArrayList<>();
    Optional<HistoryPackFiles> files = parse(folder, complaints);
    if (!complaints.isEmpty()) {
      throw new FennecException(complaints.get(0).sentence());
    }
    return files.orElseThrow();
  }

  /** Everything that is wrong with the pack in {@code folder}, file by file and line by line. */
  public List<Complaint> check(Path folder) {
    List<Complaint> complaints = new ArrayList<>();
    Optional<HistoryPackFiles> ignored = parse(folder, complaints);
    return ignored.isPresent() ? List.of() : List.copyOf(complaints);
  }

  /**
   * All packs in the sub-folders of {@code folder}, by the name of the sub-folder; sub-folders
   * without {@code performance.csv} are no packs and are passed over.
   *
   * @throws FennecException if the folder cannot be read, a pack is wrong, or two have one name
   */
  public List<HistoryPackFiles> readAll(Path folder) throws FennecException {
    List<Path> packs;
    try (Stream<Path> children = Files.list(folder)) {
      packs =
          children
              .filter(child -> Files.isRegularFile(child.resolve("performance.csv")))
              .sorted(Comparator.comparing(child -> child.getFileName().toString()))
              .toList();
    } catch (IOException e) {
      throw new FennecException(
          "Cannot read history packs from " + folder + ": " + AtomicFile.reason(e) + ".", e);
    }
    List<HistoryPackFiles> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path pack : packs) {
      HistoryPackFiles files = read(pack);
      if (!names.add(files.pack().name())) {
        throw new FennecException(
            pack + ": another pack in that folder is also named " + files.pack().name() + ".");
      }
      all.add(files);
    }
    return all;
  }

  private static Optional<HistoryPackFiles> parse(Path folder, List<Complaint> complaints) {
    if (!Files.isDirectory(folder)) {
      String reason = Files.exists(folder) ? "not a folder" : "no such file or folder";
      complaints.add(new Complaint(folder, 0, reason));
      return Optional.empty();
    }
    PackDescription description = PackDescription.read(folder, complaints);
    Optional<Map<String, PretrainedModel>> models =
        optional(folder.resolve("models.csv"), complaints)
            .map(t -> FactTables.models(t, description.sourceAccuracyUnit(), complaints));
    Optional<Map<String, HistoricTask>> tasks =
        optional(folder.resolve("tasks.csv"), complaints).map(t -> FactTables.tasks(t, complaints));
    Path file = folder.resolve("performance.csv");
    List<ScoreTable.Score> scores =
        CsvTable.read(file, complaints)
            .map(table -> ScoreTable.read(table, description.scoreUnit(), complaints))
            .orElse(List.of());
    models.ifPresent(known -> refuseUnknown(file, scores, known.keySet(), "model", complaints));
    tasks.ifPresent(known -> refuseUnknown(file, scores, known.keySet(), "task", complaints));
    if (scores.isEmpty() && complaints.isEmpty()) {
      complaints.add(new Complaint(file, 0, "there is no score in the file"));
    }
    complaints.sort(
        Comparator.comparingInt((Complaint c) -> FILES.indexOf(c.file().getFileName().toString()))
            .thenComparingLong(Complaint::line));
    if (!complaints.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(assemble(description, models, tasks, scores, hash(folder)));
    } catch (IOException e) {
      complaints.add(new Complaint(folder, 0, AtomicFile.reason(e)));
      return Optional.empty();
    }
  }

  private static Optional<CsvTable> optional(Path file, List<Complaint> complaints) {
    return Files.exists(file) ? CsvTable.read(file, complaints) : Optional.empty();
  }

  private static void refuseUnknown(
      Path file,
      List<ScoreTable.Score> scores,
      Set<String> known,
      String kind,
      List<Complaint> complaints) {
    Set<String> told = new HashSet<>();
    for (ScoreTable.Score score : scores) {
      String name = kind.equals("model") ? score.subject() : score.task();
      if (!known.contains(name) && told.add(name)) {
        complaints.add(
            new Complaint(
                file,
                score.line(),
                score.column().equals("score") || kind.equals("model") ? kind : score.column(),
                "the " + kind + " " + name + " is not in " + kind + "s.csv"));
      }
    }
  }

  /** Puts scores and what is known of models and tasks together; facts not given are unknown. */
  static HistoryPackFiles assemble(
      PackDescription description,
      Optional<Map<String, PretrainedModel>> models,
      Optional<Map<String, HistoricTask>> tasks,
      List<ScoreTable.Score> scores,
      String sha256) {
    Set<String> scoredModels =
        scores.stream()
            .map(ScoreTable.Score::subject)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> scoredTasks =
        scores.stream()
            .map(ScoreTable.Score::task)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, PretrainedModel> facts =
        models.orElseGet(() -> named(scoredModels, PretrainedModel::withoutFacts));
    Map<String, HistoricTask> taskFacts =
        tasks.orElseGet(() -> named(scoredTasks, HistoryPackReader::unknownTask));
    List<String> rows = facts.keySet().stream().filter(scoredModels::contains).toList();
    List<String> columns = taskFacts.keySet().stream().filter(scoredTasks::contains).toList();
    double[][] matrix = new double[rows.size()][columns.size()];
    for (double[] row : matrix) {
      Arrays.fill(row, Double.NaN);
    }
    Map<String, Integer> rowOf = positions(rows);
    Map<String, Integer> columnOf = positions(columns);
    for (ScoreTable.Score score : scores) {
      matrix[rowOf.get(score.subject())][columnOf.get(score.task())] = score.value();
    }
    HistoryPack pack =
        new HistoryPack(
            description.name(),
            description.title(),
            description.protocol(),
            description.source(),
            description.joinedByDefault(),
            columns.stream().map(taskFacts::get).toList(),
            new PerformanceMatrix(rows, columns, matrix),
            sha256);
    return new HistoryPackFiles(pack, List.copyOf(facts.values()));
  }

  private static <T> Map<String, T> named(Set<String> names, Function<String, T> make) {
    Map<String, T> map = new LinkedHashMap<>();
    names.forEach(name -> map.put(name, make.apply(name)));
    return map;
  }

  private static Map<String, Integer> positions(List<String> names) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    names.forEach(name -> positions.put(name, positions.size()));
    return positions;
  }

  static HistoricTask unknownTask(String name) {
    return new HistoricTask(name, name, OptionalInt.empty(), OptionalLong.empty(), "");
  }

  /** Hash over the names and hashes of the files that make up the pack. */
  private static String hash(Path folder) throws IOException {
    StringBuilder listing = new StringBuilder();
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        listing.append(name).append(' ').append(ContentHash.of(file)).append('\n');
      }
    }
    return ContentHash.of(listing.toString());
  }
}
