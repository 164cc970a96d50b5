package fennec.recommend;

/**
 * The places between which a model lies in 80 % of equally likely variants of the prediction.
 *
 * @param best lowest place number
 * @param worst highest place number
 */
public record RankInterval(int best, int worst) {}
