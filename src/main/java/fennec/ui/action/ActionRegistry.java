package fennec.ui.action;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All actions of the window; a pane adds its own, menus and the palette follow. */
public final class ActionRegistry {

  /** The menus, from left to right. */
  public static final List<String> MENUS =
      List.of(
          "File",
          "Edit",
          "View",
          "Ranking",
          "Architecture",
          "Clusters",
          "Tasks",
          "Evaluation",
          "Help");

  private final ObservableList<Action> actions = FXCollections.observableArrayList();

  /**
   * Adds {@code action}.
   *
   * @throws IllegalArgumentException if its id or its shortcut is taken, or its menu unknown
   */
  public void add(Action action) {
    if (!MENUS.contains(action.menu())) {
      throw new IllegalArgumentException("there is no menu " + action.menu());
    }
    for (Action each : actions) {
      if (each.id().equals(action.id())
          || (!each.shortcut().isEmpty() && each.shortcut().equals(action.shortcut()))) {
        throw new IllegalArgumentException(action.id() + " collides with " + each.id());
      }
    }
    actions.add(action);
  }

  /** Adds several. */
  public void addAll(List<Action> several) {
    several.forEach(this::add);
  }

  /** All actions in the order added. */
  public ObservableList<Action> actions() {
    return FXCollections.unmodifiableObservableList(actions);
  }

  /** The action with this id. */
  public Optional<Action> find(String id) {
    return actions.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
