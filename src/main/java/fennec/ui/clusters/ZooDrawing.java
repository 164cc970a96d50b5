package fennec.ui.clusters;

import fennec.ui.map.PlanarMap;
import fennec.ui.task.Outcome;
import fennec.ui.task.TaskRunner;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Where the points of the map lie: the map asked for is made in the background once and kept, and
 * until it is there the one before stays.
 */
public final class ZooDrawing {

  private final TaskRunner tasks;
  private final ObjectProperty<MapKind> kind = new SimpleObjectProperty<>(MapKind.PCA);
  private final ReadOnlyObjectWrapper<PlanarMap> map = new ReadOnlyObjectWrapper<>(PlanarMap.EMPTY);
  private final ReadOnlyObjectWrapper<MapKind> shown = new ReadOnlyObjectWrapper<>(MapKind.PCA);
  private final ReadOnlyObjectWrapper<NeighbourNetwork> network = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final Map<MapKind, ZooMaps.Drawn> drawn = new EnumMap<>(MapKind.class);
  private final Set<MapKind> running = EnumSet.noneOf(MapKind.class);
  private List<ZooArchitecture> zoo = List.of();
  private List<ZooPoint> points = List.of();

  ZooDrawing(TaskRunner tasks) {
    this.tasks = tasks;
    kind.addListener(o -> draw());
  }

  void setZoo(List<ZooArchitecture> architectures) {
    zoo = architectures;
    draw();
  }

  void setPoints(List<ZooPoint> all) {
    points = all;
    spread();
  }

  private void draw() {
    MapKind asked = kind.get();
    if (zoo.isEmpty() || running.contains(asked)) {
      return;
    }
    if (drawn.containsKey(asked)) {
      spread();
      return;
    }
    running.add(asked);
    List<ZooArchitecture> all = zoo;
    Outcome<ZooMaps.Drawn> outcome =
        new Outcome<>() {
          @Override
          public void done(ZooMaps.Drawn result) {
            running.remove(asked);
            drawn.put(asked, result);
            spread();
          }

          @Override
          public void cancelled() {
            running.remove(asked);
            if (kind.get() == asked) {
              kind.set(shown.get());
            }
          }
        };
    if (asked == MapKind.PCA) {
      tasks.runQuietly(progress -> ZooMaps.of(asked, all, progress), outcome);
    } else {
      tasks.run(
          "Drawing the map: " + asked.title(),
          progress -> ZooMaps.of(asked, all, progress),
          outcome);
    }
  }

  private void spread() {
    ZooMaps.Drawn now = drawn.get(kind.get());
    if (now != null) {
      note.set(now.note());
      network.set(now.network());
      shown.set(kind.get());
      map.set(ZooPoints.spread(now.map(), points));
    }
  }

  /** The map that is asked for. */
  public ObjectProperty<MapKind> kindProperty() {
    return kind;
  }

  /** The map that {@link #mapProperty} shows. */
  public ReadOnlyObjectProperty<MapKind> shownProperty() {
    return shown.getReadOnlyProperty();
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
