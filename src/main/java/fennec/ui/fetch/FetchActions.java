package fennec.ui.fetch;

import fennec.ui.Services;
import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Window;

/** The action that opens the dialog. */
public final class FetchActions {

  /** Name of the action. */
  public static final String GET = "file.get-encoder";

  private FetchActions() {}

  /** Adds it; {@code wanted} names the encoder to begin with, if there is one. */
  public static void add(
      ActionRegistry actions,
      EncoderFetchViewModel model,
      Supplier<Optional<String>> wanted,
      ReadOnlyObjectProperty<Services> services,
      Supplier<Window> owner) {
    actions.add(
        Action.of(
                GET,
                "File",
                "Get CLIP\u2026",
                "",
                "fth-download",
                () -> new EncoderFetchDialog(model, wanted.get(), owner.get()).show())
            .when(Bindings.isNotNull(services)));
  }
}
