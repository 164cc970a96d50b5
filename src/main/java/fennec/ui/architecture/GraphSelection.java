package fennec.ui.architecture;

import fennec.architecture.GraphLayout.Route;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What is set off in a drawing: one selected part, or one line; parts gathered to be counted
 * together; the path through the part or the line; and what a search found.
 */
final class GraphSelection {

  private final ReadOnlyObjectProperty<GraphSheet> sheet;
  private final ReadOnlyStringWrapper part = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Route> line = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Set<String>> group = new ReadOnlyObjectWrapper<>(Set.of());
  private final BooleanProperty pathShown = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Set<String>> path = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Set<Integer>> found = new ReadOnlyObjectWrapper<>(Set.of());

  GraphSelection(ReadOnlyObjectProperty<GraphSheet> sheet) {
    this.sheet = sheet;
    part.addListener(o -> followPath());
    line.addListener(o -> followPath());
    pathShown.addListener(o -> followPath());
    sheet.addListener(
        o -> {
          line.set(null);
          group.set(group.get().stream().filter(this::isThere).collect(Collectors.toSet()));
          followPath();
        });
  }

  private boolean isThere(String id) {
    return sheet.get() != null && sheet.get().item(id).isPresent();
  }

  private void followPath() {
    if (sheet.get() == null) {
      path.set(Set.of());
    } else if (line.get() != null) {
      path.set(sheet.get().path(line.get().from(), line.get().to()));
    } else {
      boolean shown = pathShown.get() && isThere(part.get());
      path.set(shown ? sheet.get().path(part.get(), part.get()) : Set.of());
    }
  }

  /** Selects the part, whether it is seen or not; an empty id selects none. */
  void set(String id) {
    line.set(null);
    part.set(id);
  }

  /** Selects the part if it is seen, else none. */
  void select(String id) {
    if (sheet.get() != null) {
      set(isThere(id) ? id : "");
    }
  }

  /** Selects the line and sets off the path through it. */
  void select(Route route) {
    part.set("");
    line.set(route);
  }

  /** Selects no part, no line and no group. */
  void clear() {
    set("");
    group.set(Set.of());
  }

  /** Takes the part to those counted together, or out of them; the selected one is the first. */
  void gather(String id) {
    Set<String> next = new TreeSet<>(group.get());
    if (next.isEmpty() && isThere(part.get())) {
      next.add(part.get());
    }
    boolean first = group.get().isEmpty() && id.equals(part.get());
    if (isThere(id) && (first || !next.remove(id))) {
      next.add(id);
    }
    line.set(null);
    group.set(Set.copyOf(next));
  }

  /** Counts no parts together any more. */
  void scatter() {
    group.set(Set.of());
  }

  /** Marks the operations that a search found. */
  void mark(Set<Integer> nodes) {
    found.set(Set.copyOf(nodes));
  }

  /** Id of the selected part; empty if none. */
  ReadOnlyStringProperty partProperty() {
    return part.getReadOnlyProperty();
  }

  /** The selected line; null if none. */
  ReadOnlyObjectProperty<Route> lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Ids of the parts that are counted together; may be empty. */
  ReadOnlyObjectProperty<Set<String>> groupProperty() {
    return group.getReadOnlyProperty();
  }

  /** Whether what leads to and from the selected part is set off. */
  BooleanProperty pathShownProperty() {
    return pathShown;
  }

  /** Parts on the path; empty if none is shown. */
  ReadOnlyObjectProperty<Set<String>> pathProperty() {
    return path.getReadOnlyProperty();
  }

  /** Operations that a search found. */
  ReadOnlyObjectProperty<Set<Integer>> foundProperty() {
    return found.getReadOnlyProperty();
  }
}
