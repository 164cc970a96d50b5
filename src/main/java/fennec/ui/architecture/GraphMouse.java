package fennec.ui.architecture;

import fennec.architecture.GraphLayout.Route;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/** What the mouse does on a graph: selects parts and lines, unfolds, gathers, pans and zooms. */
final class GraphMouse {

  private static final double WHEEL = 1.0015;
  private static final double PLUS = 30;

  /** How near to a line the mouse must be to be on it, in pixels. */
  private static final double NEAR = 5;

  private final GraphViewModel side;
  private final Region canvas;
  private final Runnable activate;
  private double pressedX;
  private double pressedY;
  private double draggedX;
  private double draggedY;
  private boolean dragged;

  /** Listens on {@code canvas}; {@code activate} is called when a button is pressed. */
  GraphMouse(Region canvas, GraphViewModel side, Runnable activate) {
    this.side = side;
    this.canvas = canvas;
    this.activate = activate;
    canvas.addEventHandler(MouseEvent.ANY, this::mouse);
    canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    canvas.addEventHandler(
        ZoomEvent.ZOOM,
        event -> {
          side.camera().zoom(event.getZoomFactor(), event.getX(), event.getY());
          event.consume();
        });
  }

  private double graphX(MouseEvent event) {
    return side.camera().viewportProperty().get().graphX(event.getX() - canvas.snappedLeftInset());
  }

  private double graphY(MouseEvent event) {
    return side.camera().viewportProperty().get().graphY(event.getY() - canvas.snappedTopInset());
  }

  private Optional<String> partAt(MouseEvent event) {
    GraphSheet sheet = side.sheetProperty().get();
    return sheet == null ? Optional.empty() : sheet.visible().boxAt(graphX(event), graphY(event));
  }

  private Optional<Route> lineAt(MouseEvent event) {
    GraphSheet sheet = side.sheetProperty().get();
    double reach = NEAR / side.camera().viewportProperty().get().scale();
    return sheet == null
        ? Optional.empty()
        : sheet.visible().lineAt(graphX(event), graphY(event), reach);
  }

  /** Whether the mouse is on the plus sign of a folded block. */
  private boolean onPlus(MouseEvent event, String id) {
    GraphSheet sheet = side.sheetProperty().get();
    var box = sheet.box(id);
    return box.face().foldable()
        && graphX(event) > box.x() + box.width() - PLUS
        && graphY(event) < box.y() + PLUS;
  }

  private void mouse(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      canvas.requestFocus();
      activate.run();
      pressedX = event.getX();
      pressedY = event.getY();
      draggedX = pressedX;
      draggedY = pressedY;
      dragged = false;
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      drag(event);
    } else if (event.getEventType() == MouseEvent.MOUSE_CLICKED && !dragged) {
      click(event);
    } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
      Optional<String> part = partAt(event);
      boolean link = part.map(id -> onPlus(event, id)).orElseGet(() -> lineAt(event).isPresent());
      canvas.setCursor(link ? Cursor.HAND : Cursor.DEFAULT);
    }
  }

  private void drag(MouseEvent event) {
    dragged |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > 4;
    if (dragged) {
      side.camera().pan(event.getX() - draggedX, event.getY() - draggedY);
      draggedX = event.getX();
      draggedY = event.getY();
    }
  }

  private void click(MouseEvent event) {
    Optional<String> part = partAt(event);
    if (event.isShortcutDown()) {
      part.ifPresent(side.selection()::gather);
      return;
    }
    side.selection().scatter();
    side.select(part.orElse(""));
    if (part.isEmpty()) {
      lineAt(event).ifPresent(side.selection()::select);
    }
    boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
    if (part.isPresent() && (twice || onPlus(event, part.get()))) {
      side.unfold(part.get());
    }
  }

  /** The wheel zooms; with shift it moves across, with alt down. */
  private void scroll(ScrollEvent event) {
    double turn = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    if (event.isShiftDown()) {
      side.camera().pan(turn, 0);
    } else if (event.isAltDown()) {
      side.camera().pan(0, turn);
    } else if (event.isDirect() && !event.isControlDown()) {
      side.camera().pan(event.getDeltaX(), event.getDeltaY());
    } else {
      side.camera().zoom(Math.pow(WHEEL, turn), event.getX(), event.getY());
    }
    event.consume();
  }
}
