package fennec.ui.target;

import fennec.ui.control.FileDrops;
import fennec.ui.control.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** A place to drop files on, with buttons that do the same. */
final class DropZone extends VBox {

  private final List<Node> large;

  DropZone(List<? extends Node> buttons, Consumer<List<Path>> onDrop) {
    setId("drop-zone");
    getStyleClass().add("drop-zone");
    setAlignment(Pos.CENTER);
    Label heading = new Label("Drop a folder of images");
    heading.getStyleClass().add("drop-heading");
    Label kinds = new Label("or images, a zip, an .onnx model, a .fennec.json session");
    kinds.getStyleClass().add("muted");
    kinds.setWrapText(true);
    kinds.setTextAlignment(TextAlignment.CENTER);
    kinds.getStyleClass().add("drop-kinds");
    kinds.setMinHeight(Region.USE_PREF_SIZE);
    setMinHeight(Region.USE_PREF_SIZE);
    FlowPane row = new FlowPane(6, 6);
    row.setAlignment(Pos.CENTER);
    row.getChildren().addAll(buttons);
    Node icon = Icons.of("fth-image");
    getChildren().addAll(icon, heading, kinds, row);
    large = List.of(icon, kinds);
    FileDrops.accept(this, this, onDrop);
  }

  /** Gives way to a run: what can be dropped is known by now. */
  void makeRoom() {
    getStyleClass().add("compact");
    for (Node each : large) {
      each.setVisible(false);
      each.setManaged(false);
    }
  }
}
