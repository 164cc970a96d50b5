package fennec.history;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One published collection of transfer results, all measured under the same protocol.
 *
 * @param name short name, for example {@code parc}
 * @param title name for people
 * @param protocol what a score is, for example "test accuracy after full fine-tuning"
 * @param source where the results were published
 * @param joinedByDefault whether the pack takes part where the user named none
 * @param tasks facts about its tasks, in the order of the matrix's columns
 * @param performance the scores
 * @param sha256 hash of the pack's files, lower-case hexadecimal
 */
public record HistoryPack(
    String name,
    String title,
    String protocol,
    String source,
    boolean joinedByDefault,
    List<HistoricTask> tasks,
    PerformanceMatrix performance,
    String sha256) {

  /** Checks that the tasks are those of the matrix, in its order. */
  public HistoryPack {
    Objects.requireNonNull(protocol);
    Objects.requireNonNull(source);
    tasks = List.copyOf(tasks);
    if (!tasks.stream().map(HistoricTask::name).toList().equals(performance.tasks())) {
      throw new IllegalArgumentException("tasks and matrix of " + name + " do not agree");
    }
  }

  /**
   * The pack with only those models and tasks, in the same order; the hash stays that of the files.
   *
   * @param models whether to keep the model of that name
   * @param keptTasks whether to keep the task of that name
   */
  public HistoryPack keeping(Predicate<String> models, Predicate<String> keptTasks) {
    int[] rows =
        IntStream.range(0, performance.models().size())
            .filter(i -> models.test(performance.models().get(i)))
            .toArray();
    int[] columns =
        IntStream.range(0, tasks.size()).filter(j -> keptTasks.test(tasks.get(j).name())).toArray();
    double[][] scores =
        Arrays.stream(rows)
            .mapToObj(
                i -> Arrays.stream(columns).mapToDouble(j -> performance.score(i, j)).toArray())
            .toArray(double[][]::new);
    List<HistoricTask> kept = Arrays.stream(columns).mapToObj(tasks::get).toList();
    PerformanceMatrix matrix =
        new PerformanceMatrix(
            Arrays.stream(rows).mapToObj(performance.models()::get).toList(),
            kept.stream().map(HistoricTask::name).toList(),
            scores);
    return new HistoryPack(name, title, protocol, source, joinedByDefault, kept, matrix, sha256);
  }
}
