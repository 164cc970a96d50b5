package fennec.io;

import fennec.history.HistoryPack;
import fennec.zoo.PretrainedModel;
import java.util.List;

/**
 * What the files of one history pack hold.
 *
 * @param pack tasks and scores
 * @param models the facts about its models: first those of {@code models.csv} in its order, also
 *     where they have no score; without that file, the names of the scores alone
 */
public record HistoryPackFiles(HistoryPack pack, List<PretrainedModel> models) {

  /** Copies the list. */
  public HistoryPackFiles {
    models = List.copyOf(models);
  }
}
