package fennec.evaluate;

import fennec.history.PerformanceMatrix;
import fennec.recommend.TransferHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Parts of a history: some rows, or with some tasks hidden. */
final class HistorySubset {

  private HistorySubset() {}

  /** The history of some rows only, in the order given. */
  static TransferHistory rows(TransferHistory history, int[] rows) {
    PerformanceMatrix all = history.performance();
    double[][] scores = all.toArray();
    PerformanceMatrix kept =
        new PerformanceMatrix(
            Arrays.stream(rows).mapToObj(all.models()::get).toList(),
            all.tasks(),
            Arrays.stream(rows).mapToObj(i -> scores[i]).toArray(double[][]::new));
    return new TransferHistory(
        kept,
        Arrays.stream(rows).mapToObj(history.models()::get).toList(),
        Arrays.stream(rows).mapToObj(history.packs()::get).toList(),
        history.tasks(),
        history.taskImages());
  }

  /** The history as if the tasks had never been seen; names it does not know are passed over. */
  static TransferHistory hiding(TransferHistory history, Set<String> tasks) {
    TransferHistory visible = history;
    List<String> known = history.performance().tasks();
    for (String task : known) {
      if (tasks.contains(task)) {
        visible = visible.withoutTask(task);
      }
    }
    return visible;
  }
}
