package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import fennec.io.GraphSvgWriter;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The whole drawing in a corner with a frame around what is seen; a click or a drag moves the view.
 * A drawing that is much longer than broad is squeezed, so that all of it has a place.
 */
final class Minimap extends Pane {

  private static final double MARGIN = 12;
  private static final double BROADEST = 132;
  private static final double SLIMMEST = 64;
  private static final double TALLEST = 220;
  private static final double WIDEST = 330;
  private static final double SHORTEST = 40;

  /** How long and broad the dot of a part is, at least. */
  private static final double LONG_DOT = 0.5;

  private static final double BROAD_DOT = 1.5;

  /** What the map leaves free of the canvas, at least. */
  private static final double FREE = 60;

  private final GraphViewModel side;
  private final ReadOnlyObjectProperty<Colouring> colouring;
  private final ObservableBooleanValue dark;
  private final Canvas base = new Canvas();
  private final Rectangle frame = new Rectangle();
  private double across = 1;
  private double down = 1;
  private boolean stale = true;
  private double roomX;
  private double roomY;

  Minimap(
      GraphViewModel side,
      ReadOnlyObjectProperty<Colouring> colouring,
      ObservableBooleanValue dark) {
    this.side = side;
    this.colouring = colouring;
    this.dark = dark;
    getStyleClass().add("minimap");
    frame.getStyleClass().add("minimap-frame");
    frame.setMouseTransparent(true);
    setManaged(false);
    setAccessibleText("Overview of the graph; the arrow keys on the graph move what is seen");
    getChildren().addAll(base, frame);
    side.sheetProperty().addListener(o -> stale = true);
    colouring.addListener(o -> stale = true);
    dark.addListener(o -> stale = true);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::move);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::move);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
  }

  private void move(MouseEvent event) {
    Viewport view = side.camera().viewportProperty().get();
    side.camera().look(view.centredOn(event.getX() / across, event.getY() / down));
  }

  /** Puts the map into the corner at (right, bottom) of a canvas of this size. */
  void place(double right, double bottom, double width, double height) {
    GraphSheet sheet = side.sheetProperty().get();
    boolean useful = sheet != null && height > 160 && !allSeen(sheet.layout());
    setVisible(useful);
    if (!useful) {
      return;
    }
    if (stale || roomX != width || roomY != height) {
      roomX = width;
      roomY = height;
      stale = false;
      draw(sheet);
    }
    resizeRelocate(
        right - MARGIN - base.getWidth(),
        bottom - MARGIN - base.getHeight(),
        base.getWidth(),
        base.getHeight());
    Viewport view = side.camera().viewportProperty().get();
    double left = Math.max(0, view.left() * across);
    double top = Math.max(0, view.top() * down);
    frame.setX(left);
    frame.setY(top);
    frame.setWidth(Math.max(4, Math.min(base.getWidth(), view.right() * across) - left));
    frame.setHeight(Math.max(4, Math.min(base.getHeight(), view.bottom() * down) - top));
  }

  private boolean allSeen(GraphLayout layout) {
    return side.camera().viewportProperty().get().showsAll(layout.width(), layout.height());
  }

  private void draw(GraphSheet sheet) {
    GraphLayout layout = sheet.layout();
    FlowDirection flow = layout.direction();
    double longest = Math.min(flow.along(WIDEST, TALLEST), flow.along(roomX, roomY) - FREE);
    double broadest = Math.min(BROADEST, flow.across(roomX, roomY) / 4);
    double scale = Math.min(broadest / layout.breadth(), longest / layout.length());
    double breadth = Math.max(Math.min(SLIMMEST, broadest), layout.breadth() * scale);
    double length = Math.max(Math.min(SHORTEST, longest), layout.length() * scale);
    // a pixel that is covered in part only would show what was painted there before
    double width = Math.rint(flow == FlowDirection.DOWN ? breadth : length);
    double height = Math.rint(flow == FlowDirection.DOWN ? length : breadth);
    across = width / layout.width();
    down = height / layout.height();
    base.setWidth(width);
    base.setHeight(height);
    GraphicsContext pen = base.getGraphicsContext2D();
    GraphSvgWriter.Theme theme =
        dark.get() ? GraphSvgWriter.Theme.DARK : GraphSvgWriter.Theme.LIGHT;
    pen.setFill(Color.web(theme.box()));
    pen.fillRect(0, 0, width, height);
    layout
        .boxes()
        .forEach(
            (id, box) -> {
              pen.setFill(Color.web(colouring.get().colour(id)));
              dot(pen, flow, box);
            });
  }

  private void dot(GraphicsContext pen, FlowDirection flow, Box box) {
    pen.fillRect(
        box.x() * across,
        box.y() * down,
        Math.max(flow == FlowDirection.DOWN ? BROAD_DOT : LONG_DOT, box.width() * across),
        Math.max(flow == FlowDirection.DOWN ? LONG_DOT : BROAD_DOT, box.height() * down));
  }
}
