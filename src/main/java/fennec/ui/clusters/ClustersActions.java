package fennec.ui.clusters;

import fennec.io.MapSelectionWriter;
import fennec.recommend.RankedModel;
import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import fennec.ui.message.UserMessages;
import fennec.ui.task.TaskRunner;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The actions of the clusters pane. */
public final class ClustersActions {

  private final ClustersViewModel model;
  private final TaskRunner tasks;
  private final UserMessages messages;

  private ClustersActions(ClustersViewModel model, TaskRunner tasks, UserMessages messages) {
    this.model = model;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** Adds the actions; dialogs belong to {@code owner}. */
  public static void add(
      ActionRegistry actions,
      ClustersViewModel model,
      TaskRunner tasks,
      UserMessages messages,
      Supplier<Window> owner) {
    ClustersActions self = new ClustersActions(model, tasks, messages);
    actions.addAll(
        List.of(
            self.action(
                "clusters.select-shown",
                "Select shown",
                "Shortcut+Alt+A",
                "fth-check-square",
                model::selectShown),
            self.action(
                "clusters.select-class",
                "Select the class of the selected model",
                "Shortcut+Alt+C",
                "fth-target",
                () -> model.selectClassOf(model.current())),
            self.action(
                "clusters.clear",
                "Select nothing",
                "Shortcut+Alt+N",
                "fth-x",
                model::clearSelection),
            self.action(
                "clusters.export",
                "Export CSV\u2026",
                "Shortcut+Alt+S",
                "fth-download",
                () -> self.export(owner.get()))));
  }

  private Action action(String id, String title, String keys, String icon, Runnable handler) {
    return Action.of(id, "Clusters", title, keys, icon, handler)
        .when(model.session().paneProperty().isEqualTo("clusters"));
  }

  private void export(Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export the selected models");
    chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("CSV table", "*.csv"));
    chooser.setInitialFileName("selection.csv");
    File chosen = chooser.showSaveDialog(owner);
    if (chosen != null) {
      String path = chosen.getPath();
      export(model, tasks, messages, Path.of(path.endsWith(".csv") ? path : path + ".csv"));
    }
  }

  /** Writes the selected points, or all if none is selected, to {@code file}. */
  public static void export(
      ClustersViewModel model, TaskRunner tasks, UserMessages messages, Path file) {
    List<MapSelectionWriter.Row> rows =
        model.selection().stream().map(ClustersActions::row).toList();
    tasks.run(
        "Exporting " + file.getFileName(),
        progress -> {
          MapSelectionWriter.write(rows, file);
          return file;
        },
        done -> messages.info("Exported", rows.size() + " rows are in " + done + "."));
  }

  private static MapSelectionWriter.Row row(PointFacts facts) {
    RankedModel ranked = facts.ranked();
    return new MapSelectionWriter.Row(
        facts.point().name(),
        facts.architecture(),
        facts.point().family(),
        facts.point().parameters().orElse(-1),
        facts.cluster(),
        ranked == null ? 0 : ranked.rank(),
        ranked == null ? 0 : ranked.score());
  }
}
