package fennec.recommend;

/**
 * How a recommender is fitted.
 *
 * @param method how the transfer score is computed
 * @param latentSize k, number of factors of the transfer space, 1 or more
 * @param trees number of trees of the task regressor, 1 or more
 * @param penalty weight of {@code ||M||^2 + ||D||^2} in the factorisation, 0 or more
 * @param seed decides every random choice
 * @param clusters number of clusters of architectures that the meta score tells apart, 1 or more
 */
public record RecommenderSettings(
    TransferMethod method, int latentSize, int trees, double penalty, long seed, int clusters) {

  /** Clusters of architectures, as the method was published. */
  public static final int PUBLISHED_CLUSTERS = 10;

  /** The settings of the paper: k = 5, 25 trees, no regularisation, 10 clusters. */
  public static final RecommenderSettings PUBLISHED =
      new RecommenderSettings(TransferMethod.PAPER, 5, 25, 0, 20240310);

  /** What the program uses unless told otherwise. */
  public static final RecommenderSettings DEFAULT =
      new RecommenderSettings(TransferMethod.SIMILARITY, 5, 25, 0, 20240310);

  /** Checks the ranges. */
  public RecommenderSettings {
    if (latentSize < 1 || trees < 1 || penalty < 0 || clusters < 1) {
      throw new IllegalArgumentException("latent size, trees, penalty or clusters out of range");
    }
  }

  /** Settings with the published number of clusters. */
  public RecommenderSettings(
      TransferMethod method, int latentSize, int trees, double penalty, long seed) {
    this(method, latentSize, trees, penalty, seed, PUBLISHED_CLUSTERS);
  }

  /** The same with another number of clusters. */
  public RecommenderSettings withClusters(int count) {
    return new RecommenderSettings(method, latentSize, trees, penalty, seed, count);
  }
}
