package fennec.ui.settings;

import fennec.ui.Services;
import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Window;

/** The action that opens the settings. */
public final class SettingsActions {

  private SettingsActions() {}

  /** Adds it; the dialog belongs to {@code owner} and opens once the program is loaded. */
  public static void add(
      ActionRegistry actions,
      RankSettingsViewModel model,
      ReadOnlyObjectProperty<Services> services,
      Supplier<Window> owner) {
    actions.add(
        Action.of(
                "file.settings",
                "File",
                "Ranking settings\u2026",
                "Shortcut+Comma",
                "fth-settings",
                () ->
                    new RankSettingsDialog(model, services.get().evaluation().packs(), owner.get())
                        .show())
            .when(Bindings.isNotNull(services)));
  }
}
