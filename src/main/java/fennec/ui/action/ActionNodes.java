package fennec.ui.action;

import fennec.ui.control.Icons;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/** Menus, buttons and keys for actions. */
public final class ActionNodes {

  private ActionNodes() {}

  /** A menu bar that follows {@code registry}. */
  public static MenuBar menuBar(ActionRegistry registry) {
    MenuBar bar = new MenuBar();
    bar.setId("menu-bar");
    for (String title : ActionRegistry.MENUS) {
      Menu menu = new Menu(title);
      menu.setId("menu-" + title.toLowerCase(java.util.Locale.ROOT));
      menu.visibleProperty().bind(Bindings.isNotEmpty(menu.getItems()));
      bar.getMenus().add(menu);
    }
    registry.actions().forEach(action -> addItem(bar, action));
    registry
        .actions()
        .addListener(
            (ListChangeListener<Action>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(action -> addItem(bar, action));
                  }
                });
    return bar;
  }

  private static void addItem(MenuBar bar, Action action) {
    MenuItem item = new MenuItem(action.fullTitle());
    follow(action, () -> item.setText(action.fullTitle()));
    item.setId(action.id());
    item.setOnAction(e -> action.run());
    if (!action.icon().isEmpty()) {
      item.setGraphic(Icons.of(action.icon()));
    }
    if (!action.shortcut().isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(action.shortcut()));
    }
    if (action.enabled() != null) {
      item.disableProperty().bind(Bindings.not(action.enabled()));
    }
    bar.getMenus().get(ActionRegistry.MENUS.indexOf(action.menu())).getItems().add(item);
  }

  /** A button with the action's icon and title; its tooltip names the shortcut. */
  public static Button button(Action action) {
    Button button = new Button(action.title(), Icons.of(action.icon()));
    return wire(button, action);
  }

  /** A flat button of the action's icon alone. */
  public static Button iconButton(Action action) {
    Button button = new Button(null, Icons.of(action.icon()));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(action.title());
    return wire(button, action);
  }

  private static Button wire(Button button, Action action) {
    button.setId("button-" + action.id().replace('.', '-'));
    Tooltip tooltip = new Tooltip(withShortcut(action));
    button.setTooltip(tooltip);
    follow(action, () -> tooltip.setText(withShortcut(action)));
    button.setOnAction(e -> action.run());
    if (action.enabled() != null) {
      button.disableProperty().bind(Bindings.not(action.enabled()));
    }
    return button;
  }

  private static void follow(Action action, Runnable change) {
    if (action.object() != null) {
      action.object().addListener(o -> change.run());
    }
  }

  /** Title with the shortcut as this system writes it, for tooltips. */
  public static String withShortcut(Action action) {
    String keys = keys(action);
    return keys.isEmpty() ? action.fullTitle() : action.fullTitle() + "  (" + keys + ")";
  }

  /** The shortcut as this system writes it; empty if none. */
  public static String keys(Action action) {
    return action.shortcut().isEmpty()
        ? ""
        : KeyCombination.valueOf(action.shortcut()).getDisplayText();
  }

  /** Runs {@code action} on its keys in {@code scene}, for actions that stand in no menu. */
  public static void accelerator(Scene scene, Action action) {
    scene.getAccelerators().put(KeyCombination.valueOf(action.shortcut()), action::run);
  }
}
