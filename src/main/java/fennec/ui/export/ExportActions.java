package fennec.ui.export;

import fennec.io.SessionFile;
import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import fennec.ui.session.Session;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The actions that write files; they ask where with the system's dialogs. */
public final class ExportActions {

  private static final List<ExtensionFilter> FORMATS =
      List.of(
          new ExtensionFilter("HTML report", "*.html"),
          new ExtensionFilter("Markdown report", "*.md"),
          new ExtensionFilter("CSV table", "*.csv"),
          new ExtensionFilter("JSON", "*.json"));

  private ExportActions() {}

  /** Adds the actions; dialogs belong to {@code owner}. */
  public static void add(
      ActionRegistry actions, ExportViewModel model, Session session, Supplier<Window> owner) {
    actions.addAll(
        List.of(
            Action.of(
                    "file.export",
                    "File",
                    "Export ranking\u2026",
                    "Shortcut+E",
                    "fth-download",
                    () -> export(model, session, owner.get()))
                .when(session.runProperty().isNotNull()),
            Action.of(
                    "file.save-session",
                    "File",
                    "Save session\u2026",
                    "Shortcut+S",
                    "fth-save",
                    () -> save(model, session, owner.get()))
                .when(session.runProperty().isNotNull()),
            Action.of(
                "file.open-session",
                "File",
                "Open session\u2026",
                "Shortcut+Shift+S",
                "fth-folder-plus",
                () -> open(model, owner.get()))));
  }

  private static String name(Session session) {
    return session.runProperty().get().recommendation().task().name().replaceAll("[^\\w.-]+", "-");
  }

  private static void export(ExportViewModel model, Session session, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export ranking");
    chooser.getExtensionFilters().setAll(FORMATS);
    chooser.setInitialFileName(name(session) + "-ranking.html");
    File chosen = chooser.showSaveDialog(owner);
    if (chosen != null) {
      model.export(withEnding(chosen, chooser.getSelectedExtensionFilter()));
    }
  }

  /** Some desktops do not add the ending of the chosen format. */
  private static Path withEnding(File chosen, ExtensionFilter format) {
    String name = chosen.getName().toLowerCase(Locale.ROOT);
    boolean known =
        FORMATS.stream().anyMatch(each -> name.endsWith(each.getExtensions().get(0).substring(1)));
    if (known) {
      return chosen.toPath();
    }
    String ending = format == null ? ".html" : format.getExtensions().get(0).substring(1);
    return Path.of(chosen.getPath() + ending);
  }

  private static void save(ExportViewModel model, Session session, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save session");
    chooser.getExtensionFilters().setAll(new ExtensionFilter("Session", "*" + SessionFile.ENDING));
    chooser.setInitialFileName(name(session) + SessionFile.ENDING);
    File chosen = chooser.showSaveDialog(owner);
    if (chosen != null) {
      String path = chosen.getPath();
      model.save(Path.of(path.endsWith(SessionFile.ENDING) ? path : path + SessionFile.ENDING));
    }
  }

  private static void open(ExportViewModel model, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open session");
    chooser.getExtensionFilters().setAll(new ExtensionFilter("Session", "*" + SessionFile.ENDING));
    File chosen = chooser.showOpenDialog(owner);
    if (chosen != null) {
      model.open(chosen.toPath());
    }
  }
}
