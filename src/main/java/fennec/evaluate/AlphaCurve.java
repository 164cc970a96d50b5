package fennec.evaluate;

import java.util.List;

/**
 * How well rankings agreed with the truth at each alpha, with each historical task left out in
 * turn: what the window draws under its slider.
 *
 * @param alphas ascending, in [0, 1], two or more
 * @param quality mean Pearson correlation x 100 at each alpha
 * @param source how it was measured, one line
 */
public record AlphaCurve(List<Double> alphas, List<Double> quality, String source) {

  /** Copies the lists and checks that they belong together. */
  public AlphaCurve {
    alphas = List.copyOf(alphas);
    quality = List.copyOf(quality);
    if (alphas.size() != quality.size() || alphas.size() < 2) {
      throw new IllegalArgumentException("a curve needs two points or more");
    }
  }
}
