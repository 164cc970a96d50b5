package fennec.recommend;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** Rows of a ranking, each made when it is asked for: of ten thousand few are ever looked at. */
final class RankedRows extends AbstractList<RankedModel> implements RandomAccess {

  private final int[] order;
  private final IntFunction<RankedModel> row;

  /** Keeps {@code order}, candidates from the best; {@code row} makes the row of a place from 0. */
  RankedRows(int[] order, IntFunction<RankedModel> row) {
    this.order = order;
    this.row = row;
  }

  /** Position among the candidates of the model at this place, counted from 0. */
  int candidate(int place) {
    return order[place];
  }

  @Override
  public RankedModel get(int place) {
    return row.apply(place);
  }

  @Override
  public int size() {
    return order.length;
  }
}
