package fennec.ui.fetch;

import fennec.ui.Services;
import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Window;

/** The actions that open the dialogs. */
public final class FetchActions {

  /** Name of the action. */
  public static final String GET = "file.get-encoder";

  /** Name of the action that lists encoders. */
  public static final String LIST = "file.encoders";

  private FetchActions() {}

  /** Adds the list of encoders; from it, {@code get} offers to fetch one. */
  public static void addList(
      ActionRegistry actions,
      EncoderListViewModel list,
      EncoderFetchViewModel get,
      ReadOnlyObjectProperty<Services> services,
      Supplier<Window> owner) {
    actions.add(
        Action.of(
                LIST,
                "File",
                "Image encoders\u2026",
                "",
                "fth-hard-drive",
                () ->
                    new EncoderListDialog(
                            list,
                            name ->
                                new EncoderFetchDialog(get, Optional.of(name), owner.get()).show(),
                            owner.get())
                        .show())
            .when(Bindings.isNotNull(services)));
  }

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
