package fennec.ui.ranking;

import fennec.error.FennecException;
import fennec.recommend.Provenance;
import fennec.recommend.Recommendation;
import java.nio.file.Path;

/** Writes a ranking to a file, the same bytes as the terminal writes. */
@FunctionalInterface
public interface RankingExport {

  /**
   * Writes the ranking of {@code recommendation} at the provenance's alpha to {@code target}, whose
   * ending ({@code .csv .json .md .html}) chooses the format.
   *
   * @throws FennecException if the ending is unknown or the file cannot be written
   */
  void write(Recommendation recommendation, Provenance provenance, Path target)
      throws FennecException;
}
