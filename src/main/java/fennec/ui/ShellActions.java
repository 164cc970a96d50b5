package fennec.ui;

import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import fennec.ui.session.UndoHistory;
import fennec.ui.theme.Appearance;
import fennec.ui.theme.Theme;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;

/** The actions of the frame itself. */
final class ShellActions {

  private ShellActions() {}

  static void undo(ActionRegistry actions, UndoHistory history) {
    actions.add(
        Action.of("edit.undo", "Edit", "Undo", "Shortcut+Z", "fth-corner-up-left", history::undo)
            .to(history.undoNameProperty())
            .when(history.undoNameProperty().isNotEmpty()));
    actions.add(
        Action.of(
                "edit.redo",
                "Edit",
                "Redo",
                "Shortcut+Shift+Z",
                "fth-corner-up-right",
                history::redo)
            .to(history.redoNameProperty())
            .when(history.redoNameProperty().isNotEmpty()));
  }

  static void look(ActionRegistry actions, Appearance appearance, BooleanProperty animations) {
    Runnable toggle =
        () ->
            appearance
                .themeProperty()
                .set(appearance.darkProperty().get() ? Theme.LIGHT : Theme.DARK);
    actions.addAll(
        List.of(
            Action.of(
                "shell.theme",
                "View",
                "Switch between light and dark",
                "Shortcut+Shift+L",
                "fth-moon",
                toggle),
            theme(appearance, Theme.LIGHT, "Light theme"),
            theme(appearance, Theme.DARK, "Dark theme"),
            theme(appearance, Theme.SYSTEM, "Theme of the system"),
            Action.of(
                "shell.animations",
                "View",
                "Let rows glide, or not",
                "",
                "",
                () -> animations.set(!animations.get()))));
  }

  private static Action theme(Appearance appearance, Theme theme, String title) {
    return Action.of(
        "shell.theme-" + theme.label(),
        "View",
        title,
        "",
        "",
        () -> appearance.themeProperty().set(theme));
  }

  static void panes(ActionRegistry actions, List<Pane> panes, StringProperty front) {
    for (int i = 0; i < panes.size(); i++) {
      Pane pane = panes.get(i);
      actions.add(
          Action.of(
              "pane." + pane.id(),
              "View",
              "Show " + pane.title(),
              "Shortcut+" + (i + 1),
              pane.icon(),
              () -> front.set(pane.id())));
    }
  }
}
