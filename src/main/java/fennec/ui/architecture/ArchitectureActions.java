package fennec.ui.architecture;

import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import fennec.ui.session.Session;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The actions of the architecture pane; they ask for files with the system's dialogs. */
public final class ArchitectureActions {

  private static final double ZOOM = 1.25;

  private ArchitectureActions() {}

  /** Adds the actions; dialogs belong to {@code owner}, drawings follow {@code dark}. */
  public static void add(
      ActionRegistry actions,
      ArchitectureViewModel model,
      Session session,
      ObservableBooleanValue dark,
      Supplier<Window> owner) {
    actions.add(
        of(
            "open",
            "Open model file\u2026",
            "Shortcut+Shift+M",
            "fth-folder",
            () -> choose(model, session, owner.get())));
    Stream.concat(looking(model).stream(), folding(model).stream())
        .map(action -> action.when(model.usable()))
        .forEach(actions::add);
    actions.add(
        of(
                "figures",
                "Colour by figures from a file\u2026",
                "Shortcut+Alt+F",
                "fth-file-text",
                () -> figures(model, owner.get()))
            .when(model.usable()));
    actions.add(
        of(
                "svg",
                "Export drawing as SVG\u2026",
                "Shortcut+Alt+E",
                "fth-download",
                () -> svg(model, dark.get(), owner.get()))
            .when(model.usable()));
    actions.add(
        of(
                "png",
                "Export drawing as PNG\u2026",
                "Shortcut+Shift+E",
                "fth-image",
                () -> png(model, dark.get(), owner.get()))
            .when(model.usable()));
  }

  private static List<Action> looking(ArchitectureViewModel model) {
    return List.of(
        of(
            "fit",
            "Show the whole graph",
            "Shortcut+9",
            "fth-maximize",
            () -> side(model).camera().fit()),
        of(
            "actual-size",
            "Show at 100 %",
            "Shortcut+8",
            "fth-search",
            () -> side(model).actualSize()),
        of(
            "zoom-in",
            "Zoom in",
            "Shortcut+Equals",
            "fth-zoom-in",
            () -> side(model).camera().zoom(ZOOM)),
        of(
            "zoom-out",
            "Zoom out",
            "Shortcut+Minus",
            "fth-zoom-out",
            () -> side(model).camera().zoom(1 / ZOOM)),
        of(
            "path",
            "Set off the path through the selected part",
            "Shortcut+Shift+G",
            "fth-git-commit",
            () -> model.first().pathShownProperty().set(!model.first().pathShownProperty().get())),
        of(
            "direction",
            "Draw from left to right, or from top to bottom",
            "Shortcut+Shift+D",
            "fth-arrow-right",
            () -> model.directionProperty().set(model.directionProperty().get().other())),
        of("next", "Find next", "F3", "fth-chevron-down", () -> model.findNext(1)),
        of("previous", "Find previous", "Shift+F3", "fth-chevron-up", () -> model.findNext(-1)),
        of(
            "colour",
            "Colour by something else",
            "Shortcut+Shift+H",
            "fth-droplet",
            () -> nextColour(model)),
        of(
            "compare",
            "Compare with another, or stop comparing",
            "Shortcut+Shift+K",
            "fth-columns",
            model::toggleCompare));
  }

  private static List<Action> folding(ArchitectureViewModel model) {
    return List.of(
        of(
            "fold",
            "Fold repeated blocks",
            "Shortcut+Shift+J",
            "fth-minimize-2",
            () -> side(model).foldRepeated()),
        of("fold-all", "Fold all blocks", "", "fth-minus-square", () -> side(model).foldAll()),
        of(
            "unfold-all",
            "Unfold all blocks",
            "Shortcut+Shift+U",
            "fth-maximize-2",
            () -> side(model).unfoldAll()));
  }

  private static Action of(
      String id, String title, String shortcut, String icon, Runnable handler) {
    return Action.of("architecture." + id, "Architecture", title, shortcut, icon, handler);
  }

  private static GraphViewModel side(ArchitectureViewModel model) {
    return model.activeProperty().get();
  }

  private static void nextColour(ArchitectureViewModel model) {
    List<ColourBy> offered =
        ColourBy.offered(
            model.pair().comparisonProperty().get() != null, model.pair().metric().isPresent());
    int next = (offered.indexOf(model.colourByProperty().get()) + 1) % offered.size();
    model.colourByProperty().set(offered.get(next));
  }

  private static void choose(ArchitectureViewModel model, Session session, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open model file");
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter(
                "Models", "*.onnx", "*.onnx.gz", "*.pt", "*.pth", "*.ckpt", "*.safetensors"),
            new ExtensionFilter("All files", "*.*"));
    File chosen = chooser.showOpenDialog(owner);
    if (chosen != null) {
      session.paneProperty().set(ArchitectureViewModel.PANE);
      model.open(chosen.toPath());
    }
  }

  private static void figures(ArchitectureViewModel model, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Figures of operations");
    chooser
        .getExtensionFilters()
        .setAll(new ExtensionFilter("Names and numbers", "*.csv", "*.json"));
    File chosen = chooser.showOpenDialog(owner);
    if (chosen != null) {
      model.figures().open(chosen.toPath());
    }
  }

  private static Path asked(ArchitectureViewModel model, String kind, Window owner) {
    String ending = "." + kind.toLowerCase(Locale.ROOT);
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export drawing as " + kind);
    chooser.getExtensionFilters().setAll(new ExtensionFilter(kind, "*" + ending));
    chooser.setInitialFileName(
        side(model).graphProperty().get().graph().name().replaceAll("[^\\w.-]+", "-") + ending);
    File chosen = chooser.showSaveDialog(owner);
    if (chosen == null) {
      return null;
    }
    String path = chosen.getPath();
    return Path.of(path.toLowerCase(Locale.ROOT).endsWith(ending) ? path : path + ending);
  }

  private static void svg(ArchitectureViewModel model, boolean dark, Window owner) {
    Path file = asked(model, "SVG", owner);
    if (file != null) {
      model.export().svg(file, dark);
    }
  }

  private static void png(ArchitectureViewModel model, boolean dark, Window owner) {
    Path file = asked(model, "PNG", owner);
    if (file != null) {
      png(model, file, dark);
    }
  }

  /** Writes the drawing at hand as PNG, in dark or light colours. */
  public static void png(ArchitectureViewModel model, Path file, boolean dark) {
    model.export().png(file, new PngTiles(model, dark));
  }
}
