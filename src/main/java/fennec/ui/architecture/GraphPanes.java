package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The graph, and the one it is compared with: side by side where both flow down, one above the
 * other where they flow to the right, so that what belongs together is near.
 */
final class GraphPanes extends StackPane {

  private final ArchitectureViewModel model;
  private final Node first;
  private final Node second;
  private final HBox beside = new HBox();
  private final VBox above = new VBox();

  GraphPanes(ArchitectureViewModel model, ObservableBooleanValue dark) {
    this.model = model;
    first = graph("graph-first", model, model.first(), dark);
    second = graph("graph-second", model, model.pair().second(), dark);
    beside.getStyleClass().add("graphs");
    above.getStyleClass().add("graphs");
    model.pair().comparisonProperty().addListener(o -> arrange());
    model.directionProperty().addListener(o -> arrange());
    arrange();
  }

  private void arrange() {
    boolean down = model.directionProperty().get() == FlowDirection.DOWN;
    boolean both = model.pair().comparisonProperty().get() != null;
    Pane used = down ? beside : above;
    Pane other = down ? above : beside;
    other.getChildren().clear();
    used.getChildren().setAll(both ? List.of(first, second) : List.of(first));
    getChildren().setAll(used);
  }

  private static Node graph(
      String id, ArchitectureViewModel model, GraphViewModel side, ObservableBooleanValue dark) {
    GraphCanvas canvas = new GraphCanvas(id, model, side, dark);
    Label name = new Label();
    name.getStyleClass().add("graph-name");
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    side.graphProperty().get() == null
                        ? ""
                        : side.graphProperty().get().graph().name(),
                side.graphProperty()));
    Label zoom = new Label();
    zoom.getStyleClass().add("muted");
    zoom.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Zoom.percent(side.camera().viewportProperty().get().scale()),
                side.camera().viewportProperty()));
    HBox head = new HBox(10, name, zoom);
    head.getStyleClass().add("graph-head");
    head.visibleProperty().bind(side.graphProperty().isNotNull());
    VBox box = new VBox(head, canvas);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    HBox.setHgrow(box, Priority.ALWAYS);
    VBox.setVgrow(box, Priority.ALWAYS);
    box.setPrefWidth(400);
    return box;
  }
}
