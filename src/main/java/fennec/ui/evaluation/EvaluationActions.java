package fennec.ui.evaluation;

import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The actions of the evaluation pane; they ask where with the system's dialogs. */
public final class EvaluationActions {

  private static final String MENU = "Evaluation";
  private static final List<ExtensionFilter> TABLES =
      List.of(
          new ExtensionFilter("Web page with tables and plots", "*.html"),
          new ExtensionFilter("CSV table", "*.csv"),
          new ExtensionFilter("JSON", "*.json"));
  private static final List<ExtensionFilter> PLOTS =
      List.of(
          new ExtensionFilter("PNG picture", "*.png"), new ExtensionFilter("SVG drawing", "*.svg"));

  private EvaluationActions() {}

  /**
   * Adds the actions of {@code model}; dialogs belong to {@code owner}.
   *
   * @param savePlot writes the curves shown to a file named {@code .png} or {@code .svg}
   */
  public static void add(
      ActionRegistry actions,
      EvaluationViewModel model,
      Consumer<Path> savePlot,
      Supplier<Window> owner) {
    ObservableBooleanValue sweep =
        Bindings.createBooleanBinding(() -> model.plotted().isPresent(), model.shownProperty());
    actions.addAll(
        List.of(
            Action.of("evaluation.run", MENU, "Evaluate", "Shortcut+Enter", "fth-play", model::run)
                .when(Bindings.isNull(model.runningProperty())),
            Action.of(
                    "evaluation.cancel",
                    MENU,
                    "Cancel the evaluation",
                    "Shortcut+Shift+Period",
                    "fth-x",
                    model::cancel)
                .when(Bindings.isNotNull(model.runningProperty())),
            Action.of(
                    "evaluation.save",
                    MENU,
                    "Save figures\u2026",
                    "Shortcut+Shift+T",
                    "fth-download",
                    () -> choose(TABLES, "evaluation", owner.get(), model::save))
                .when(Bindings.isNotNull(model.shownProperty())),
            Action.of(
                    "evaluation.save-plot",
                    MENU,
                    "Save plot\u2026",
                    "",
                    "fth-image",
                    () -> choose(PLOTS, "sweep", owner.get(), savePlot))
                .when(sweep)));
  }

  private static void choose(
      List<ExtensionFilter> formats, String name, Window owner, Consumer<Path> save) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save");
    chooser.getExtensionFilters().setAll(formats);
    chooser.setInitialFileName(name + ending(formats.get(0)));
    File chosen = chooser.showSaveDialog(owner);
    if (chosen != null) {
      save.accept(withEnding(chosen, chooser.getSelectedExtensionFilter(), formats));
    }
  }

  /** Some desktops do not add the ending of the chosen format. */
  private static Path withEnding(File chosen, ExtensionFilter format, List<ExtensionFilter> all) {
    String name = chosen.getName().toLowerCase(Locale.ROOT);
    boolean known = all.stream().anyMatch(each -> name.endsWith(ending(each)));
    return known
        ? chosen.toPath()
        : Path.of(chosen.getPath() + ending(format == null ? all.get(0) : format));
  }

  private static String ending(ExtensionFilter format) {
    return format.getExtensions().get(0).substring(1);
  }
}
