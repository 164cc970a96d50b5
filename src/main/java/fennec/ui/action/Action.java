package fennec.ui.action;

import javafx.beans.value.ObservableBooleanValue;

/**
 * One thing a user can do.
 *
 * @param id unique, for example {@code ranking.copy-python}; also the id of its menu item
 * @param menu the menu it stands in, one of {@link ActionRegistry#MENUS}
 * @param title its name in menus and in the palette
 * @param shortcut keys as {@code javafx.scene.input.KeyCombination} reads them, for example {@code
 *     Shortcut+E}; empty if none
 * @param icon an Ikonli literal, for example {@code fth-download}; empty if none
 * @param enabled whether it can be done now; null means always
 * @param handler does it, on the window's thread
 */
public record Action(
    String id,
    String menu,
    String title,
    String shortcut,
    String icon,
    ObservableBooleanValue enabled,
    Runnable handler) {

  /** An action that can always be done. */
  public static Action of(
      String id, String menu, String title, String shortcut, String icon, Runnable handler) {
    return new Action(id, menu, title, shortcut, icon, null, handler);
  }

  /** The same action, possible only while {@code condition} holds. */
  public Action when(ObservableBooleanValue condition) {
    return new Action(id, menu, title, shortcut, icon, condition, handler);
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
