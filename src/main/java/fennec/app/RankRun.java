package fennec.app;

import fennec.embedding.EmbeddingRun;
import fennec.embedding.FailedImage;
import fennec.recommend.Provenance;
import fennec.recommend.RankingReport;
import fennec.recommend.Recommendation;
import java.util.List;

/**
 * What a {@link RankRequest} gave.
 *
 * @param recommendation scores of all candidates, before alpha is chosen
 * @param provenance how it was made, with alpha at its default
 * @param embedding the vectors, what failed, how many came from the cache
 * @param notes sentences the user should read, for example which encoder was taken and why
 */
public record RankRun(
    Recommendation recommendation,
    Provenance provenance,
    EmbeddingRun embedding,
    List<String> notes) {

  /** Copies the list. */
  public RankRun {
    notes = List.copyOf(notes);
  }

  /** Pictures that could not be used. */
  public List<FailedImage> failed() {
    return embedding.failed();
  }

  /** Ranking, reasons and provenance at {@code alpha}, as every export wants them. */
  public RankingReport report(double alpha) {
    return RankingReport.of(recommendation, alpha, provenance);
  }
}
