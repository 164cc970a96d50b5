package fennec.recommend;

import fennec.zoo.PretrainedModel;

/**
 * One row of a ranking.
 *
 * @param rank place, 1 is best
 * @param index position of the model among the candidates of the {@link Recommendation}
 * @param model its facts
 * @param score {@code (1 - alpha) * transfer + alpha * meta}, on the scale of P
 * @param transfer transfer score, on the scale of P
 * @param meta meta score, on the scale of P
 * @param low lower end of the score's 80 % interval, at least 0
 * @param high upper end of the score's 80 % interval, at most 1
 * @param estimated whether the transfer score was estimated from models alike, because the model
 *     has no history of its own
 */
public record RankedModel(
    int rank,
    int index,
    PretrainedModel model,
    double score,
    double transfer,
    double meta,
    double low,
    double high,
    boolean estimated) {}
