package fennec.recommend;

import java.util.List;

/**
 * Predicts how well each of the m models of a history transfers to a new task from the images of
 * that task. Fitted once, then asked for any number of tasks; immutable and thread-safe.
 */
public interface TransferPredictor {

  /** Predicts the transfer scores of {@code task}; deterministic. */
  TransferPrediction predict(TargetTask task);

  /** Sentences that a user should read beside any prediction; empty if there is nothing to say. */
  default List<String> notes() {
    return List.of();
  }
}
