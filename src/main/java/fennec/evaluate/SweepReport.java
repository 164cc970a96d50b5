package fennec.evaluate;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * The figures of one sweep. Immutable.
 *
 * @param sweep short name, for example {@code alpha}
 * @param axis what is swept, for people
 * @param points all figures, in the order computed
 */
public record SweepReport(String sweep, String axis, List<SweepPoint> points) {

  /** Copies the list. */
  public SweepReport {
    points = List.copyOf(points);
  }

  /** The measures in the order of first appearance. */
  public List<String> measures() {
    return List.copyOf(new LinkedHashSet<>(points.stream().map(SweepPoint::measure).toList()));
  }

  /** The points of one measure. */
  public List<SweepPoint> of(String measure) {
    return points.stream().filter(p -> p.measure().equals(measure)).toList();
  }
}
