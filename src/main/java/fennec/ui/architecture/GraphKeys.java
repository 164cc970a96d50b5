package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do on a graph. */
final class GraphKeys {

  private static final double ZOOM = 1.25;

  private GraphKeys() {}

  /** Does what the key asks for, if it asks for anything. */
  static void press(KeyEvent event, GraphViewModel side) {
    if (event.isShortcutDown() || side.sheetProperty().get() == null) {
      return;
    }
    boolean done = event.isAltDown() ? walk(event, side) : move(event, side);
    if (done) {
      event.consume();
    }
  }

  /** Along the data and through the order of computation. */
  private static boolean walk(KeyEvent event, GraphViewModel side) {
    switch (event.getCode()) {
      case UP, LEFT -> walk(event.getCode() == KeyCode.UP, -1, side);
      case DOWN, RIGHT -> walk(event.getCode() == KeyCode.DOWN, 1, side);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The keys that point along the flow go along the data, the others through the order. */
  private static void walk(boolean vertical, int direction, GraphViewModel side) {
    if (vertical == (side.layout().direction() == FlowDirection.DOWN)) {
      side.along(direction);
    } else {
      side.inOrder(direction);
    }
  }

  private static boolean move(KeyEvent event, GraphViewModel side) {
    int far = event.isShiftDown() ? 8 : 1;
    switch (event.getCode()) {
      case UP -> side.camera().step(0, -far);
      case DOWN -> side.camera().step(0, far);
      case LEFT -> side.camera().step(-far, 0);
      case RIGHT -> side.camera().step(far, 0);
      case PAGE_UP -> side.camera().page(-1);
      case PAGE_DOWN -> side.camera().page(1);
      case HOME -> side.camera().edge(true);
      case END -> side.camera().edge(false);
      case PLUS, ADD, EQUALS -> side.camera().zoom(ZOOM);
      case MINUS, SUBTRACT -> side.camera().zoom(1 / ZOOM);
      case ENTER -> side.toggleSelected();
      case BACK_SPACE -> side.foldAround();
      case P -> side.pathShownProperty().set(!side.pathShownProperty().get());
      case SPACE -> side.selection().gather(side.selectedProperty().get());
      case ESCAPE -> side.selection().clear();
      default -> {
        return false;
      }
    }
    return true;
  }
}
