package fennec.evaluate;

/**
 * One figure of an evaluation.
 *
 * @param pack name of the history pack, or of the joined ones
 * @param method name of the method; published methods carry the name of their source
 * @param task name of the hidden task
 * @param measure label of the {@link RankingMeasure}
 * @param value mean over the draws of images
 * @param published whether the figure was copied from a publication and not computed here
 */
public record EvaluationRow(
    String pack, String method, String task, String measure, double value, boolean published) {

  /** A figure computed here. */
  public static EvaluationRow computed(
      String pack, String method, String task, RankingMeasure measure, double value) {
    return new EvaluationRow(pack, method, task, measure.label(), value, false);
  }
}
