package fennec.ui.ranking;

import fennec.recommend.Contribution;
import fennec.recommend.Recommendation;
import fennec.recommend.TaskShare;
import java.util.List;

/**
 * Why a model stands where it stands.
 *
 * @param nearest historical tasks with their share in the transfer score, the largest first
 * @param contributions what each meta feature adds, the largest first
 * @param alphas where the places were looked at, ascending from 0 to 1
 * @param places the model's place at each of them
 */
public record Explanation(
    List<TaskShare> nearest, List<Contribution> contributions, double[] alphas, int[] places) {

  private static final int STEPS = 20;

  /** Copies lists and arrays. */
  public Explanation {
    nearest = List.copyOf(nearest);
    contributions = List.copyOf(contributions);
    alphas = alphas.clone();
    places = places.clone();
  }

  /** Explains the candidate at {@code index}. Cost O(m) for each of 21 alphas. */
  public static Explanation of(Recommendation recommendation, int index) {
    double[] alphas = new double[STEPS + 1];
    int[] places = new int[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      alphas[i] = i / (double) STEPS;
      places[i] = place(recommendation, index, alphas[i]);
    }
    return new Explanation(
        recommendation.transfer().nearest(),
        recommendation.meta().contributions().apply(index),
        alphas,
        places);
  }

  /** Counts those ahead, by score and then by name, as a ranking orders them. */
  private static int place(Recommendation recommendation, int index, double alpha) {
    double[] transfer = recommendation.transfer().scores();
    double[] meta = recommendation.meta().scores();
    double own = (1 - alpha) * transfer[index] + alpha * meta[index];
    int ahead = 0;
    for (int i = 0; i < transfer.length; i++) {
      double other = (1 - alpha) * transfer[i] + alpha * meta[i];
      if (other > own || (other == own && i < index)) {
        ahead++;
      }
    }
    return ahead + 1;
  }
}
