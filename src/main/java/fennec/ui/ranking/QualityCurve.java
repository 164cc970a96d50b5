package fennec.ui.ranking;

/**
 * How well rankings agreed with the truth at each alpha, with each historical task left out in
 * turn.
 *
 * @param alphas ascending, in [0, 1]
 * @param quality mean Pearson correlation at each alpha
 * @param source how it was measured, one line
 */
public record QualityCurve(double[] alphas, double[] quality, String source) {

  /** Copies the arrays. */
  public QualityCurve {
    alphas = alphas.clone();
    quality = quality.clone();
    if (alphas.length != quality.length || alphas.length < 2) {
      throw new IllegalArgumentException("a curve needs two points or more");
    }
  }
}
