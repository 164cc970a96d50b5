package fennec.evaluate;

import fennec.recommend.PretrainingTask;
import fennec.recommend.TransferHistory;
import java.util.stream.IntStream;

/**
 * What one leave-one-task-out run is made on.
 *
 * @param pack name of the pack or of the joined packs
 * @param history the scores to hide one by one
 * @param tuning packs that are not in {@code history}, for choosing settings
 */
public record EvaluationCase(String pack, TransferHistory history, TransferHistory tuning) {

  /**
   * Keeps only models that were scored on every task of their pack, except perhaps the one they
   * were pre-trained on, so that no comparison rests on failed or missing runs.
   */
  public EvaluationCase completeModels() {
    int[] kept = IntStream.range(0, history.models().size()).filter(this::isComplete).toArray();
    return new EvaluationCase(pack, HistorySubset.rows(history, kept), tuning);
  }

  private boolean isComplete(int row) {
    String own = history.packs().get(row);
    for (int j = 0; j < history.tasks().size(); j++) {
      int column = j;
      boolean inPack =
          IntStream.range(0, history.models().size())
              .anyMatch(
                  i ->
                      history.packs().get(i).equals(own)
                          && history.performance().observed(i, column));
      String task = history.tasks().get(j).name();
      if (inPack
          && !history.performance().observed(row, j)
          && !PretrainingTask.is(history.models().get(row), task)) {
        return false;
      }
    }
    return true;
  }
}
