package fennec.ui.ranking;

import fennec.recommend.RankedModel;

/**
 * One row of the table.
 *
 * @param ranked place and scores
 * @param moved places gained (positive) or lost against the ranking at the default alpha
 * @param pinned whether it is kept at the top
 */
public record RankingRow(RankedModel ranked, int moved, boolean pinned) {

  /** Name of the model. */
  public String name() {
    return ranked.model().name();
  }
}
