package fennec.ui.architecture;

import fennec.ui.action.ActionRegistry;
import fennec.ui.control.EmptyState;
import fennec.ui.control.FileDrops;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The architecture pane: one graph or two, what can be done above, the inspector beside. */
public final class ArchitectureView extends StackPane {

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final double INSPECTOR = 280;

  private final SplitPane split = new SplitPane();

  /** Creates the view; {@code actions} holds the pane's actions already. */
  public ArchitectureView(
      ArchitectureViewModel model, ActionRegistry actions, ObservableBooleanValue dark) {
    setId("architecture");
    getStyleClass().add("architecture");
    ArchitectureBar bar = new ArchitectureBar(model, actions);
    StackPane middle = new StackPane(new GraphPanes(model, dark), empty(model));
    VBox drawing = new VBox(middle, new LegendView(model));
    VBox.setVgrow(middle, Priority.ALWAYS);
    drawing.setMinWidth(280);
    InspectorView inspector = new InspectorView(model);
    inspector.setMinWidth(200);
    SplitPane.setResizableWithParent(inspector, false);
    split.setId("architecture-split");
    split.getItems().setAll(drawing, inspector);
    BorderPane frame = new BorderPane(split);
    frame.setTop(bar);
    getChildren().setAll(frame);
    widthProperty().addListener((o, before, now) -> divide(before.doubleValue()));
    FileDrops.accept(this, this, files -> drop(model, files));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (FIND.match(event)) {
            bar.search().requestFocus();
            bar.search().selectAll();
            event.consume();
          }
        });
  }

  private static void drop(ArchitectureViewModel model, List<Path> files) {
    if (FigureOverlay.takes(files.get(0))) {
      model.figures().open(files.get(0));
    } else {
      model.open(files.get(0));
    }
  }

  private void divide(double before) {
    if (before <= 0 && getWidth() > 0) {
      split.setDividerPositions(1 - Math.min(0.4, INSPECTOR / getWidth()));
    }
  }

  /** What stands where no graph is: what to do, that one is being read, or why there is none. */
  private static Node empty(ArchitectureViewModel model) {
    StackPane place = new StackPane();
    place.setMouseTransparent(true);
    Runnable show =
        () -> {
          boolean graph = model.first().graphProperty().get() != null;
          boolean reading = model.readingProperty().get() != null;
          place.setVisible(!graph && !reading);
          if (!graph && !reading) {
            String problem = model.problemProperty().get();
            EmptyState state =
                problem.isEmpty()
                    ? new EmptyState(
                        "fth-git-merge",
                        "Which architecture?",
                        "Select a model in the ranking, type a name above, or drop an .onnx,"
                            + " TorchScript .pt or .safetensors file here.")
                    : new EmptyState("fth-alert-circle", "There is no graph to show", problem);
            state.setId("architecture-empty");
            place.getChildren().setAll(state);
          }
        };
    model.first().graphProperty().addListener(o -> show.run());
    model.readingProperty().addListener(o -> show.run());
    model.problemProperty().addListener(o -> show.run());
    show.run();
    return place;
  }
}
