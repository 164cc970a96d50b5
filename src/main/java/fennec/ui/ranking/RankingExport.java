package fennec.ui.ranking;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.session.TargetRun;
import java.nio.file.Path;

/** Writes a ranking to a file, the same bytes as the terminal writes. */
@FunctionalInterface
public interface RankingExport {

  /**
   * Writes the ranking of {@code run} at {@code alpha} to {@code target}, whose ending ({@code .csv
   * .json .md .html}) chooses the format.
   *
   * @param thumbnails whether a page shows small pictures of the images
   * @throws FennecException if the ending is unknown or the file cannot be written
   */
  void write(TargetRun run, double alpha, boolean thumbnails, Path target, Progress progress)
      throws FennecException;
}
