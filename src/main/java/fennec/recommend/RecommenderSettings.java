package fennec.recommend;

/**
 * How a recommender is fitted.
 *
 * @param method how the transfer score is computed
 * @param latentSize k, number of factors of the transfer space, 1 or more
 * @param trees number of trees of the task regressor, 1 or more
 * @param penalty weight of {@code ||M||^2 + ||D||^2} in the factorisation, 0 or more
 * @param seed decides every random choice
 */
public record RecommenderSettings(
    TransferMethod method, int latentSize, int trees, double penalty, long seed) {

  /** The settings of the paper: k = 5, 25 trees, no regularisation. */
  public static final RecommenderSettings PUBLISHED =
      new RecommenderSettings(TransferMethod.PAPER, 5, 25, 0, 20240310);

  /** What the program uses unless told otherwise. */
  public static final RecommenderSettings DEFAULT =
      new RecommenderSettings(TransferMethod.SIMILARITY, 5, 25, 0, 20240310);

  /** Checks the ranges. */
  public RecommenderSettings {
    if (latentSize < 1 || trees < 1 || penalty < 0) {
      throw new IllegalArgumentException("latent size, trees or penalty out of range");
    }
  }
}
