package fennec.recommend;

import java.util.List;

/**
 * Models from the best to the worst for one task and one alpha; ties stand in the order of names.
 *
 * @param alpha weight of the meta score, in [0, 1]
 * @param models one row a candidate
 */
public record Ranking(double alpha, List<RankedModel> models) {

  /** Copies the rows, unless they never change. */
  public Ranking {
    models = models instanceof RankedRows ? models : List.copyOf(models);
  }

  /**
   * Position among the candidates of the model at {@code place}, counted from 0: {@link
   * RankedModel#index} without the rest of the row.
   */
  public int candidate(int place) {
    return models instanceof RankedRows rows ? rows.candidate(place) : models.get(place).index();
  }

  /** The first {@code count} rows, or all where there are fewer. */
  public List<RankedModel> top(int count) {
    return models.subList(0, Math.min(count, models.size()));
  }
}
