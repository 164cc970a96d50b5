package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which place along the flow of one drawing belongs to which of the other: linear between the
 * middles of parts that are aligned, so that both can be scrolled together. Immutable.
 */
final class Alignment {

  private final double[] places;
  private final double[] others;

  private Alignment(List<double[]> knots) {
    places = knots.stream().mapToDouble(k -> k[0]).toArray();
    others = knots.stream().mapToDouble(k -> k[1]).toArray();
  }

  /** Aligns {@code one} with {@code other}, which flows alike, by the partners of operations. */
  static Alignment of(GraphSheet one, GraphSheet other, Map<Integer, Integer> partner) {
    FlowDirection flow = one.layout().direction();
    TreeMap<Double, Double> meeting = new TreeMap<>();
    partner.forEach(
        (here, there) ->
            one.itemOf(here)
                .ifPresent(
                    item ->
                        other
                            .itemOf(there)
                            .ifPresent(
                                match ->
                                    meeting.merge(
                                        middle(flow, one.box(item)),
                                        middle(flow, other.box(match)),
                                        Math::min))));
    List<double[]> knots = new ArrayList<>();
    knots.add(new double[] {0, 0});
    meeting.forEach(
        (place, match) -> {
          double[] last = knots.get(knots.size() - 1);
          if (place > last[0] && match > last[1]) {
            knots.add(new double[] {place, match});
          }
        });
    double[] last = knots.get(knots.size() - 1);
    double end = Math.max(one.layout().length(), last[0] + 1);
    knots.add(new double[] {end, Math.max(other.layout().length(), last[1] + 1)});
    return new Alignment(knots);
  }

  private static double middle(FlowDirection flow, Box box) {
    return flow.along(box.middleX(), box.middleY());
  }

  /** The place in the other drawing that belongs to {@code place}. */
  double across(double place) {
    return interpolated(places, others, place);
  }

  /** The place in this drawing that belongs to {@code place} in the other. */
  double back(double place) {
    return interpolated(others, places, place);
  }

  private static double interpolated(double[] from, double[] to, double at) {
    if (at <= from[0]) {
      return to[0] + at - from[0];
    }
    for (int i = 1; i < from.length; i++) {
      if (at <= from[i]) {
        double share = (at - from[i - 1]) / (from[i] - from[i - 1]);
        return to[i - 1] + share * (to[i] - to[i - 1]);
      }
    }
    return to[to.length - 1] + at - from[from.length - 1];
  }
}
