package fennec.ui.target;

import fennec.ui.control.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place to drop files on, with buttons that do the same. */
final class DropZone extends VBox {

  private static final Logger LOG = LoggerFactory.getLogger(DropZone.class);
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  DropZone(List<Button> buttons, Consumer<List<Path>> onDrop) {
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
    FlowPane row = new FlowPane(8, 8);
    row.setAlignment(Pos.CENTER);
    row.getChildren().addAll(buttons);
    getChildren().addAll(Icons.of("fth-image"), heading, kinds, row);
    accept(this, this, onDrop);
  }

  /** Takes drops on {@code target}, lighting up {@code zone} meanwhile. */
  static void accept(Node target, Node zone, Consumer<List<Path>> onDrop) {
    target.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            zone.pseudoClassStateChanged(OVER, true);
            event.consume();
          }
        });
    target.addEventHandler(
        DragEvent.DRAG_EXITED, event -> zone.pseudoClassStateChanged(OVER, false));
    target.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          zone.pseudoClassStateChanged(OVER, false);
          event.setDropCompleted(drop(event, onDrop));
          event.consume();
        });
  }

  /** Some desktops deliver drops that throw; one must not take the window down. */
  private static boolean drop(DragEvent event, Consumer<List<Path>> onDrop) {
    try {
      List<File> files = event.getDragboard().getFiles();
      if (files == null || files.isEmpty()) {
        return false;
      }
      onDrop.accept(files.stream().map(File::toPath).toList());
      return true;
    } catch (RuntimeException e) {
      LOG.warn("a drop could not be read", e);
      return false;
    }
  }
}
