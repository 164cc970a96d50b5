package fennec.ui.action;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

/**
 * One thing a user can do.
 *
 * @param id unique, for example {@code ranking.copy-python}; also the id of its menu item
 * @param menu the menu it stands in, one of {@link ActionRegistry#MENUS}
 * @param title its name in menus and in the palette
 * @param shortcut keys as {@code javafx.scene.input.KeyCombination} reads them, for example {@code
 *     Shortcut+E}; empty if none
 * @param icon an Ikonli literal, for example {@code fth-download}; empty if none
 * @param object what it would be done to now, said after the title; null for nothing
 * @param enabled whether it can be done now; null means always
 * @param handler does it, on the window's thread
 */
public record Action(
    String id,
    String menu,
    String title,
    String shortcut,
    String icon,
    ObservableStringValue object,
    ObservableBooleanValue enabled,
    Runnable handler) {

  /** An action that can always be done. */
  public static Action of(
      String id, String menu, String title, String shortcut, String icon, Runnable handler) {
    return new Action(id, menu, title, shortcut, icon, null, null, handler);
  }

  /** The same action, possible only while {@code condition} holds. */
  public Action when(ObservableBooleanValue condition) {
    return new Action(id, menu, title, shortcut, icon, object, condition, handler);
  }

  /** The same action, which says after its title what it would be done to now. */
  public Action to(ObservableStringValue what) {
    return new Action(id, menu, title, shortcut, icon, what, enabled, handler);
  }

  /** The title with what it would be done to now, for example {@code Undo filter}. */
  public String fullTitle() {
    return object == null || object.get().isEmpty() ? title : title + " " + object.get();
  }

  /** Whether it can be done now. */
  public boolean isEnabled() {
    return enabled == null || enabled.get();
  }

  /** Does it, if it can be done now. */
  public void run() {
    if (isEnabled()) {
      handler.run();
    }
  }
}
