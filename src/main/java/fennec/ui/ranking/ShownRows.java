package fennec.ui.ranking;

import fennec.recommend.RankedModel;
import fennec.recommend.Ranking;
import java.util.AbstractList;
import java.util.RandomAccess;

/** Rows of the table in their order; each is made when it is asked for, since few are seen. */
final class ShownRows extends AbstractList<RankingRow> implements RandomAccess {

  /** No rows. */
  static final ShownRows NONE = new ShownRows(null, new int[0], new int[0], new int[0], 0);

  private final Ranking ranking;
  private final int[] places;
  private final int[] positions;
  private final int[] standard;
  private final int pinned;

  /**
   * Shows the models at {@code places} of {@code ranking}, counted from 0, the first {@code pinned}
   * of them as pinned; {@code positions} holds where each candidate is shown, -1 for nowhere, and
   * {@code standard} its rank at the default alpha.
   */
  ShownRows(Ranking ranking, int[] places, int[] positions, int[] standard, int pinned) {
    this.ranking = ranking;
    this.places = places;
    this.positions = positions;
    this.standard = standard;
    this.pinned = pinned;
  }

  @Override
  public RankingRow get(int position) {
    RankedModel model = ranking.models().get(places[position]);
    return new RankingRow(model, standard[model.index()] - model.rank(), position < pinned);
  }

  @Override
  public int size() {
    return places.length;
  }

  /** Where the model that is {@code candidate} among the candidates stands; -1 if it does not. */
  int position(int candidate) {
    return candidate >= 0 && candidate < positions.length ? positions[candidate] : -1;
  }
}
