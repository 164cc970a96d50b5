package fennec.ui.target;

import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.input.Clipboard;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The actions of the task pane; they ask for files with the system's dialogs. */
public final class TargetActions {

  private static final List<String> IMAGES =
      List.of(
          "*.jpg", "*.jpeg", "*.png", "*.gif", "*.bmp", "*.webp", "*.tif", "*.tiff", "*.JPG",
          "*.JPEG", "*.PNG");

  private TargetActions() {}

  /** Adds the actions of {@code model}; dialogs belong to {@code owner}. */
  public static void add(ActionRegistry actions, TargetViewModel model, Supplier<Window> owner) {
    actions.addAll(
        List.of(
            Action.of(
                "file.open-folder",
                "File",
                "Open folder\u2026",
                "Shortcut+O",
                "fth-folder",
                () -> folder(model, owner.get())),
            Action.of(
                "file.open-files",
                "File",
                "Open files\u2026",
                "Shortcut+Shift+O",
                "fth-file",
                () -> files(model, owner.get())),
            Action.of(
                "file.paste",
                "File",
                "Paste path",
                "Shortcut+Shift+V",
                "fth-clipboard",
                () -> paste(model)),
            Action.of(
                    "file.again",
                    "File",
                    "Rank the same images again",
                    "Shortcut+R",
                    "fth-refresh-cw",
                    model::again)
                .when(Bindings.isNotEmpty(model.nameProperty())),
            Action.of(
                    "file.cancel",
                    "File",
                    "Cancel the run",
                    "Shortcut+Period",
                    "fth-x",
                    model::cancel)
                .when(Bindings.isNotNull(model.runningProperty()))));
  }

  private static void folder(TargetViewModel model, Window owner) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Folder of images");
    File chosen = chooser.showDialog(owner);
    if (chosen != null) {
      model.open(List.of(chosen.toPath()));
    }
  }

  private static void files(TargetViewModel model, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Images, an archive, a model or a session");
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter("All files", "*.*"),
            new ExtensionFilter("Images", IMAGES),
            new ExtensionFilter("Archives", "*.zip"),
            new ExtensionFilter("Models", "*.onnx", "*.onnx.gz", "*.pt"),
            new ExtensionFilter("Sessions", "*.fennec.json"));
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen != null) {
      model.open(chosen.stream().map(File::toPath).toList());
    }
  }

  private static void paste(TargetViewModel model) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      List<Path> paths = clipboard.getFiles().stream().map(File::toPath).toList();
      model.open(paths);
    } else {
      model.paste(clipboard.getString());
    }
  }
}
