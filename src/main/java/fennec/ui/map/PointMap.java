package fennec.ui.map;

import java.util.Collection;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Points in the plane as {@link MapPane} shows them and lets a user choose among them. */
public interface PointMap {

  /** Places of the points. */
  ReadOnlyObjectProperty<PlanarMap> placesProperty();

  /** Classes, what is shown of them, and the selection. */
  PointLegend legend();

  /** What is drawn; when it becomes another, the whole map is brought into view. */
  Object drawn();

  /** Position of the point that is chosen, or -1. */
  int current();

  /** Chooses a point. */
  void choose(int point);

  /** Selects those of the points that are shown; none if there are none. */
  void selectPoints(Collection<Integer> points, String title);

  /** Selects nothing. */
  void clearSelection();

  /** Name to be written beside the point where there is room; empty for none. */
  String label(int point);

  /** What is said of the point, in lines. */
  List<String> facts(int point);

  /** Selects all shown points of the class that {@code point} is in. */
  default void selectClassOf(int point) {
    int of = legend().classOf(point);
    if (of >= 0) {
      selectPoints(legend().classmates(point), legend().classesProperty().get().labels().get(of));
    }
  }
}
