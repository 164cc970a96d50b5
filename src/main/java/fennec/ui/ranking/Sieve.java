package fennec.ui.ranking;

import fennec.recommend.Ranking;
import fennec.ui.session.ModelFilter;
import fennec.ui.session.ModelSubset;
import fennec.ui.session.Session;
import fennec.zoo.PretrainedModel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Which candidates are shown and which of them stay at the top; the same at every alpha. */
final class Sieve {

  private final boolean[] pinned;
  private final boolean[] shown;
  private final int pins;
  private final int rows;

  /** Sifts {@code candidates} by what {@code session} asks for; {@code work} tells their cost. */
  Sieve(
      List<PretrainedModel> candidates,
      Session session,
      Function<PretrainedModel, OptionalLong> work) {
    ModelFilter filter = session.filterProperty().get();
    ModelSubset subset = session.subsetProperty().get();
    Set<String> names = new HashSet<>(session.pinnedProperty().get());
    pinned = new boolean[candidates.size()];
    shown = new boolean[candidates.size()];
    int first = 0;
    int all = 0;
    for (int i = 0; i < shown.length; i++) {
      PretrainedModel each = candidates.get(i);
      pinned[i] = names.contains(each.name());
      shown[i] =
          pinned[i]
              || (filter.accepts(each, work.apply(each))
                  && (subset == null || subset.models().contains(each.name())));
      first += pinned[i] ? 1 : 0;
      all += shown[i] ? 1 : 0;
    }
    pins = first;
    rows = all;
  }

  /**
   * What passes of {@code ranking}, the pinned first.
   *
   * @param order places of the ranking, counted from 0, in the order asked for
   * @param standard rank of each candidate at the default alpha
   */
  ShownRows rows(Ranking ranking, int[] order, int[] standard) {
    int[] places = new int[rows];
    int[] positions = new int[shown.length];
    Arrays.fill(positions, -1);
    int first = 0;
    int rest = pins;
    for (int place : order) {
      int candidate = ranking.candidate(place);
      if (shown[candidate]) {
        int position = pinned[candidate] ? first++ : rest++;
        places[position] = place;
        positions[candidate] = position;
      }
    }
    return new ShownRows(ranking, places, positions, standard, pins);
  }
}
