package fennec.recommend;

import java.util.List;

/**
 * A ranking with its reasons and its provenance: what every exported file is written from.
 *
 * @param task name of the folder
 * @param ranking the rows
 * @param places between which places each row lies, in the order of rows
 * @param nearest historical tasks with their share
 * @param contributions of the meta features to each row, in the order of rows
 * @param provenance how it was made
 */
public record RankingReport(
    String task,
    Ranking ranking,
    List<RankInterval> places,
    List<TaskShare> nearest,
    List<List<Contribution>> contributions,
    Provenance provenance) {

  /** Copies the lists. */
  public RankingReport {
    places = List.copyOf(places);
    nearest = List.copyOf(nearest);
    contributions = List.copyOf(contributions);
  }

  /** The report of {@code recommendation} at {@code alpha}. */
  public static RankingReport of(
      Recommendation recommendation, double alpha, Provenance provenance) {
    Ranking ranking = recommendation.ranking(alpha);
    List<RankInterval> intervals = recommendation.rankIntervals(alpha);
    return new RankingReport(
        recommendation.task().name(),
        ranking,
        ranking.models().stream().map(row -> intervals.get(row.index())).toList(),
        recommendation.transfer().nearest(),
        ranking.models().stream()
            .map(row -> recommendation.meta().contributions().apply(row.index()))
            .toList(),
        provenance.withAlpha(alpha));
  }
}
