package fennec.history;

import java.util.List;
import java.util.Objects;

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
}
