package fennec.ui.clusters;

import fennec.ui.map.PlanarMap;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of the map, by architecture and name.
 *
 * @param points the points
 * @param withoutGraph ranked models that have no place because their graph is not in the zoo
 */
public record ZooPoints(List<ZooPoint> points, int withoutGraph) {

  /** No points. */
  public static final ZooPoints NONE = new ZooPoints(List.of(), 0);

  /** Distance between neighbours where several models share an architecture. */
  private static final double SPACING = 0.011;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /** Copies the list. */
  public ZooPoints {
    points = List.copyOf(points);
  }

  /**
   * Puts every model at its architecture; an architecture without a model is a point of its own.
   *
   * @param candidates the ranked models in the order of their names; may be empty
   */
  public static ZooPoints of(List<ZooArchitecture> zoo, List<PretrainedModel> candidates) {
    Map<String, List<PretrainedModel>> byArchitecture = new HashMap<>();
    for (PretrainedModel model : candidates) {
      byArchitecture.computeIfAbsent(model.architecture(), key -> new ArrayList<>()).add(model);
    }
    List<ZooPoint> points = new ArrayList<>();
    int placed = 0;
    for (int a = 0; a < zoo.size(); a++) {
      ZooArchitecture each = zoo.get(a);
      List<PretrainedModel> models = byArchitecture.getOrDefault(each.name(), List.of());
      placed += models.size();
      if (models.isEmpty()) {
        points.add(new ZooPoint(each.name(), a, 0, each.family(), each.parameters(), false));
      }
      for (int i = 0; i < models.size(); i++) {
        PretrainedModel model = models.get(i);
        points.add(
            new ZooPoint(
                model.name(),
                a,
                i,
                model.family().isEmpty() ? each.family() : model.family(),
                model.parameters().isPresent() ? model.parameters() : each.parameters(),
                true));
      }
    }
    return new ZooPoints(points, candidates.size() - placed);
  }

  /**
   * The places of the points where {@code architectures} are the places of their architectures:
   * models of one architecture, whose vectors are the same, lie around it like the seeds of a
   * sunflower.
   */
  static PlanarMap spread(PlanarMap architectures, List<ZooPoint> points) {
    double[] px = new double[points.size()];
    double[] py = new double[points.size()];
    for (int i = 0; i < px.length; i++) {
      ZooPoint point = points.get(i);
      double radius = SPACING * Math.sqrt(point.place());
      double angle = GOLDEN_ANGLE * point.place();
      px[i] = architectures.x()[point.architecture()] + radius * Math.cos(angle);
      py[i] = architectures.y()[point.architecture()] + radius * Math.sin(angle);
    }
    return new PlanarMap(px, py);
  }

  /** Number of points. */
  public int size() {
    return points.size();
  }

  /** Position of the point with this name, or -1. */
  public int indexOf(String name) {
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
