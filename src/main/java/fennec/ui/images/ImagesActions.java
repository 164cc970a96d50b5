package fennec.ui.images;

import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The actions of the map of images; they ask where with the system's dialogs. */
public final class ImagesActions {

  private ImagesActions() {}

  /** Adds the actions; dialogs belong to {@code owner}. */
  public static void add(ActionRegistry actions, ImageMapViewModel model, Supplier<Window> owner) {
    BooleanBinding some =
        Bindings.createBooleanBinding(
            () -> !model.imagesProperty().get().isEmpty(), model.imagesProperty());
    BooleanBinding selected =
        Bindings.createBooleanBinding(
            () -> !model.selectionProperty().get().isEmpty(), model.selectionProperty());
    actions.addAll(
        List.of(
            of("select-shown", "Select shown", "fth-check-square", model::selectShown).when(some),
            of("clear", "Select nothing", "fth-x", model::clearSelection).when(selected),
            of("export", "Export CSV\u2026", "fth-download", () -> csv(model, owner)).when(some),
            of("copy", "Copy files\u2026", "fth-copy", () -> folder(model, owner)).when(selected),
            of("rank", "Rank these alone", "fth-play", model::rankSelected).when(selected)));
  }

  private static Action of(String id, String title, String icon, Runnable handler) {
    return Action.of("images." + id, "Tasks", title, "", icon, handler);
  }

  private static void csv(ImageMapViewModel model, Supplier<Window> owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export images");
    chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("CSV table", "*.csv"));
    chooser.setInitialFileName("images.csv");
    File chosen = chooser.showSaveDialog(owner.get());
    if (chosen != null) {
      String path = chosen.getPath();
      model.export(Path.of(path.endsWith(".csv") ? path : path + ".csv"));
    }
  }

  private static void folder(ImageMapViewModel model, Supplier<Window> owner) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Copy the selected images into");
    File chosen = chooser.showDialog(owner.get());
    if (chosen != null) {
      model.copy(chosen.toPath());
    }
  }
}
