package fennec.ui.clusters;

import fennec.ui.map.MapDrawings;
import fennec.ui.map.PlanarMap;
import fennec.ui.task.TaskRunner;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Where the points of the map lie: the places of their architectures, spread where they share. */
public final class ZooDrawing {

  private final MapDrawings<MapKind, ZooMaps.Drawn> drawings;
  private final ReadOnlyObjectWrapper<PlanarMap> map = new ReadOnlyObjectWrapper<>(PlanarMap.EMPTY);
  private final ReadOnlyObjectWrapper<NeighbourNetwork> network = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private List<ZooPoint> points = List.of();

  ZooDrawing(TaskRunner tasks) {
    drawings = new MapDrawings<>(tasks, MapKind.PCA, kind -> "Drawing the map: " + kind.title());
    drawings.drawingProperty().addListener(o -> spread());
  }

  void setZoo(List<ZooArchitecture> zoo) {
    drawings.draw(kind -> progress -> ZooMaps.of(kind, zoo, progress));
  }

  void setPoints(List<ZooPoint> all) {
    points = all;
    spread();
  }

  private void spread() {
    ZooMaps.Drawn now = drawings.drawingProperty().get();
    if (now != null) {
      note.set(now.note());
      network.set(now.network());
      map.set(ZooPoints.spread(now.map(), points));
    }
  }

  /** The map that is asked for. */
  public ObjectProperty<MapKind> kindProperty() {
    return drawings.kindProperty();
  }

  /** The map that {@link #mapProperty} shows. */
  public ReadOnlyObjectProperty<MapKind> shownProperty() {
    return drawings.shownProperty();
  }

  /** Places of the points. */
  public ReadOnlyObjectProperty<PlanarMap> mapProperty() {
    return map.getReadOnlyProperty();
  }

  /** Links that are drawn; null for none. */
  public ReadOnlyObjectProperty<NeighbourNetwork> networkProperty() {
    return network.getReadOnlyProperty();
  }

  /** What a reader should know of the map. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }
}
