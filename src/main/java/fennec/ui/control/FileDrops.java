package fennec.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files dropped on a part of the window. */
public final class FileDrops {

  private static final Logger LOG = LoggerFactory.getLogger(FileDrops.class);
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private FileDrops() {}

  /** Takes drops on {@code target}, lighting up {@code zone} meanwhile. */
  public static void accept(Node target, Node zone, Consumer<List<Path>> onDrop) {
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
