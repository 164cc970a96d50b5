package fennec.io;

import fennec.error.FennecException;
import java.util.List;
import java.util.Locale;

/**
 * Which folders hold sample pictures of a historical task: a row of {@code history_tasks.csv}.
 *
 * @param task its name in the history packs
 * @param folders names of the folders, filled up evenly
 * @param faithful how near the pictures are to the task's own
 * @param note what is different; empty if nothing is
 */
public record HistoryTaskImages(String task, List<String> folders, Faithful faithful, String note) {

  /** How near sample pictures are to the task's own. */
  public enum Faithful {
    /** Pictures of the data set itself. */
    YES,
    /** Of the data set, but few, small or processed. */
    PARTIAL,
    /** Of another data set that looks alike. */
    STAND_IN;

    static Faithful of(String text, String place) throws FennecException {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "yes" -> YES;
        case "partial" -> PARTIAL;
        case "stand-in" -> STAND_IN;
        default ->
            throw new FennecException(
                place + ": faithful is '" + text + "', not yes, partial or stand-in.");
      };
    }
  }

  /** Copies the list. */
  public HistoryTaskImages {
    folders = List.copyOf(folders);
  }
}
