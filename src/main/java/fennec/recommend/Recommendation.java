package fennec.recommend;

import fennec.numeric.Descending;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The answer for one task before alpha is chosen: transfer and meta score of every candidate.
 * {@link #ranking} is pure and quick, so that a slider may call it on every move.
 *
 * <p>Source: arXiv 2403.06382, section 3.4 (the merge).
 */
public final class Recommendation {

  /** Standard deviations on either side of the mean that hold 80 % of a normal distribution. */
  private static final double EIGHTY_PERCENT = 1.2815515655446004;

  private final TargetTask task;
  private final List<PretrainedModel> candidates;
  private final TransferPrediction transfer;
  private final MetaPrediction meta;
  private final boolean[] estimated;
  private final double[] transferSpread;

  /**
   * Keeps the scores of {@code candidates}, which must stand in the order of their names, so that
   * equal scores rank by name.
   */
  public Recommendation(
      TargetTask task,
      List<PretrainedModel> candidates,
      TransferPrediction transfer,
      MetaPrediction meta,
      boolean[] estimated) {
    this.task = task;
    this.candidates = List.copyOf(candidates);
    this.transfer = transfer;
    this.meta = meta;
    this.estimated = estimated.clone();
    int m = candidates.size();
    if (transfer.scores().length != m || meta.scores().length != m || estimated.length != m) {
      throw new IllegalArgumentException("scores and candidates do not agree");
    }
    for (int i = 1; i < m; i++) {
      if (candidates.get(i - 1).name().compareTo(candidates.get(i).name()) >= 0) {
        throw new IllegalArgumentException("candidates are not in the order of their names");
      }
    }
    this.transferSpread = spread(transfer.draws(), m);
  }

  private static double[] spread(double[][] draws, int m) {
    double[] deviation = new double[m];
    if (draws.length < 2) {
      return deviation;
    }
    for (int i = 0; i < m; i++) {
      double mean = 0;
      for (double[] draw : draws) {
        mean += draw[i];
      }
      mean /= draws.length;
      double square = 0;
      for (double[] draw : draws) {
        square += (draw[i] - mean) * (draw[i] - mean);
      }
      deviation[i] = Math.sqrt(square / (draws.length - 1));
    }
    return deviation;
  }

  /** The same without the models that have a history of their own. */
  public Recommendation onlyEstimated() {
    int[] kept = IntStream.range(0, estimated.length).filter(i -> estimated[i]).toArray();
    boolean[] all = new boolean[kept.length];
    Arrays.fill(all, true);
    return new Recommendation(
        task,
        IntStream.of(kept).mapToObj(candidates::get).toList(),
        new TransferPrediction(
            pick(transfer.scores(), kept),
            Arrays.stream(transfer.draws()).map(d -> pick(d, kept)).toArray(double[][]::new),
            transfer.nearest(),
            transfer.taskVector()),
        new MetaPrediction(
            pick(meta.scores(), kept), meta.spread(), i -> meta.contributions().apply(kept[i])),
        all);
  }

  private static double[] pick(double[] values, int[] kept) {
    return IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
  }

  /** The task that was asked for. */
  public TargetTask task() {
    return task;
  }

  /** The candidates in the order of their names. */
  public List<PretrainedModel> candidates() {
    return candidates;
  }

  /** Transfer scores with their draws and nearest historical tasks. */
  public TransferPrediction transfer() {
    return transfer;
  }

  /** Meta scores with the contribution of each feature. */
  public MetaPrediction meta() {
    return meta;
  }

  /**
   * Ranks the candidates by {@code (1 - alpha) * transfer + alpha * meta}, descending; ties by
   * name. Cost O(m log m).
   *
   * @throws IllegalArgumentException if alpha is not within 0 and 1
   */
  public Ranking ranking(double alpha) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not within 0 and 1");
    }
    double[] merged = merge(transfer.scores(), alpha);
    int[] order = Descending.order(merged);
    return new Ranking(
        alpha, new RankedRows(order, place -> row(place + 1, order[place], merged, alpha)));
  }

  private RankedModel row(int rank, int i, double[] merged, double alpha) {
    double half =
        EIGHTY_PERCENT * Math.hypot((1 - alpha) * transferSpread[i], alpha * meta.spread());
    return new RankedModel(
        rank,
        i,
        candidates.get(i),
        merged[i],
        transfer.scores()[i],
        meta.scores()[i],
        Math.min(merged[i], Math.max(0, merged[i] - half)),
        Math.max(merged[i], Math.min(1, merged[i] + half)),
        estimated[i]);
  }

  /**
   * Places between which each candidate lies in 80 % of the draws of the transfer score, by
   * position among the candidates; its own place is always among them. Draws scatter the scores, so
   * that the first of many close candidates is rarely first in a draw, and the last rarely last.
   * Cost O(s m log m); not for the thread that paints.
   */
  public List<RankInterval> rankIntervals(double alpha) {
    double[][] draws = transfer.draws();
    int m = candidates.size();
    int[][] places = new int[m][draws.length];
    for (int s = 0; s < draws.length; s++) {
      int[] order = Descending.order(merge(draws[s], alpha));
      for (int place = 0; place < m; place++) {
        places[order[place]][s] = place + 1;
      }
    }
    List<RankInterval> intervals = new ArrayList<>(m);
    int cut = (int) Math.floor(draws.length * 0.1);
    int[] order = Descending.order(merge(transfer.scores(), alpha));
    int[] own = new int[m];
    for (int place = 0; place < m; place++) {
      own[order[place]] = place + 1;
    }
    for (int i = 0; i < m; i++) {
      int[] seen = places[i];
      Arrays.sort(seen);
      intervals.add(
          new RankInterval(
              Math.min(own[i], seen[cut]), Math.max(own[i], seen[seen.length - 1 - cut])));
    }
    return intervals;
  }

  private double[] merge(double[] transferScores, double alpha) {
    double[] metaScores = meta.scores();
    double[] merged = new double[transferScores.length];
    for (int i = 0; i < merged.length; i++) {
      merged[i] = (1 - alpha) * transferScores[i] + alpha * metaScores[i];
    }
    return merged;
  }
}
