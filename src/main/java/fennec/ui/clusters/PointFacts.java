package fennec.ui.clusters;

import fennec.recommend.RankedModel;
import fennec.ui.control.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a point.
 *
 * @param point the point
 * @param architecture name of its architecture
 * @param cluster its cluster, or -1 until known
 * @param ranked its row of the ranking; null if it is not ranked
 */
public record PointFacts(ZooPoint point, String architecture, int cluster, RankedModel ranked) {

  /** The facts as lines for people, the name first. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(point.name());
    if (!architecture.equals(point.name())) {
      lines.add(architecture);
    }
    lines.add(
        Figures.orDash(point.family())
            + ", "
            + Figures.parameters(point.parameters())
            + (cluster < 0 ? "" : ", cluster " + cluster));
    lines.add(
        ranked == null
            ? "not in the ranking"
            : "place " + ranked.rank() + ", score " + Figures.percent(ranked.score()));
    return lines;
  }
}
