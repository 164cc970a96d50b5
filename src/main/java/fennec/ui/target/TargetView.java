package fennec.ui.target;

import fennec.ui.action.ActionNodes;
import fennec.ui.action.ActionRegistry;
import fennec.ui.control.FileDrops;
import fennec.ui.control.TaskProgress;
import fennec.ui.fetch.FetchActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;

/** The left side of the window: images in, progress and thumbnails out. */
public final class TargetView extends ScrollPane {

  private static final Map<String, String> SHORT =
      Map.of("file.open-folder", "Folder", "file.open-files", "Files", "file.paste", "Paste");

  /** Creates the view; {@code actions} holds the pane's actions already. */
  public TargetView(TargetViewModel model, ObservableValue<String> device, ActionRegistry actions) {
    setId("target");
    getStyleClass().addAll("side", "edge-to-edge");
    setFitToWidth(true);
    // grows with the window; only where that is too low for all of it, it scrolls
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(272);
    List<Node> buttons = new ArrayList<>();
    for (String id : List.of("file.open-folder", "file.open-files", "file.paste")) {
      actions.find(id).map(TargetView::button).ifPresent(buttons::add);
    }
    buttons.add(new RecentMenu(model));
    DropZone drop = new DropZone(buttons, model::open);
    FileDrops.accept(this, drop, model::open);
    StartPoints start = new StartPoints(model);
    RunCard card = new RunCard(model, device);
    GridView<ImageEntry> grid = new GridView<>(model.images().entries());
    grid.setId("thumbnails");
    grid.setCellFactory(view -> new ThumbnailCell(model.images()));
    grid.setCellWidth(ThumbnailCell.SIDE);
    grid.setCellHeight(ThumbnailCell.SIDE);
    grid.setHorizontalCellSpacing(3);
    grid.setVerticalCellSpacing(3);
    VBox.setVgrow(grid, Priority.ALWAYS);
    grid.setMinHeight(90);
    Label count = new Label();
    count.setId("image-count");
    count.getStyleClass().add("section");
    count.textProperty().bind(counted(model));
    VBox run = new VBox(10, card, count, grid, new FailureList(model.images().failures()));
    run.setId("run");
    VBox.setVgrow(run, Priority.ALWAYS);
    var begun = Bindings.isNotEmpty(model.nameProperty());
    TaskProgress.shownWhile(run, begun);
    TaskProgress.shownWhile(count, Bindings.isNotEmpty(model.images().entries()));
    EncoderPicker encoder =
        new EncoderPicker(
            model,
            ActionNodes.button(actions.find(FetchActions.GET).orElseThrow()),
            actions.find(FetchActions.LIST).orElseThrow());
    ScrollPane idle = new ScrollPane(start);
    idle.setFitToWidth(true);
    idle.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(idle, Priority.ALWAYS);
    TaskProgress.shownWhile(idle, Bindings.not(begun));
    VBox content = new VBox(drop, idle, encoder);
    content.getStyleClass().add("target");
    setContent(content);
    TaskProgress.onceShown(begun, () -> content.getChildren().add(2, run));
    begun.addListener((o, before, now) -> drop.makeRoom());
    model
        .images()
        .entries()
        .addListener((ListChangeListener<ImageEntry>) change -> grid.requestLayout());
  }

  private static Button button(fennec.ui.action.Action action) {
    Button button = ActionNodes.button(action);
    button.setText(SHORT.get(action.id()));
    button.getStyleClass().add("small");
    return button;
  }

  private static ObservableValue<String> counted(TargetViewModel model) {
    return Bindings.createStringBinding(
        () -> {
          int kept = model.images().fromCacheProperty().get();
          return String.format(
                  Locale.ROOT,
                  "%,d of %,d embedded",
                  model.images().embeddedProperty().get(),
                  model.images().entries().size())
              + (kept == 0 ? "" : String.format(Locale.ROOT, ", %,d from the cache", kept));
        },
        model.images().embeddedProperty(),
        model.images().fromCacheProperty(),
        model.images().entries());
  }
}
