package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout.Route;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * One graph on a canvas as large as what is seen of it. Painted at most once for each frame, and
 * only when something changed.
 */
final class GraphCanvas extends Region {

  private final ArchitectureViewModel model;
  private final GraphViewModel side;
  private final ObservableBooleanValue dark;
  private final Canvas canvas = new Canvas();
  private final Minimap minimap;
  private boolean due;
  private int painted;

  GraphCanvas(
      String id, ArchitectureViewModel model, GraphViewModel side, ObservableBooleanValue dark) {
    this.model = model;
    this.side = side;
    this.dark = dark;
    this.minimap = new Minimap(side, model.pair().coloursOf(side), dark);
    setId(id);
    getStyleClass().add("graph-canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setManaged(false);
    getChildren().addAll(canvas, minimap);
    setMinSize(120, 120);
    side.camera().viewportProperty().addListener(o -> repaint());
    side.sheetProperty().addListener(o -> changed());
    side.selectedProperty().addListener(o -> changed());
    side.selection().lineProperty().addListener(o -> changed());
    side.selection().groupProperty().addListener(o -> changed());
    side.selection().pathProperty().addListener(o -> repaint());
    side.selection().foundProperty().addListener(o -> repaint());
    model.pair().coloursOf(side).addListener(o -> repaint());
    dark.addListener(o -> repaint());
    focusedProperty().addListener((o, before, now) -> activate(now));
    new GraphMouse(this, side, () -> activate(true));
    addEventHandler(KeyEvent.KEY_PRESSED, event -> GraphKeys.press(event, side));
    changed();
  }

  private void activate(boolean focused) {
    if (focused && side.graphProperty().get() != null) {
      model.activate(side);
    }
  }

  /** Says again what is seen here to those who cannot see it. */
  private void changed() {
    OpenGraph graph = side.graphProperty().get();
    GraphSheet sheet = side.sheetProperty().get();
    if (graph == null || sheet == null) {
      setAccessibleText("No graph");
    } else {
      setAccessibleText(
          String.format(
              Locale.ROOT,
              "Graph of %s, %d parts of %d operations.%s",
              graph.graph().name(),
              sheet.layout().boxes().size(),
              graph.facts().nodes(),
              chosen(sheet)));
    }
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    repaint();
  }

  private String chosen(GraphSheet sheet) {
    GraphSelection selection = side.selection();
    int together = selection.groupProperty().get().size();
    String counted = together > 1 ? " " + together + " parts are counted together." : "";
    Route line = selection.lineProperty().get();
    if (line != null) {
      return " Selected: the line from "
          + sheet.nameOf(line.from())
          + " to "
          + sheet.nameOf(line.to())
          + ".";
    }
    return sheet
        .item(selection.partProperty().get())
        .map(item -> " Selected: " + sheet.nameOf(item.id()) + "." + counted)
        .orElse(
            sheet.layout().direction() == FlowDirection.DOWN
                ? " Alt and up or down go along the data, Enter unfolds and folds."
                : " Alt and left or right go along the data, Enter unfolds and folds.");
  }

  /**
   * Paints soon, once for all changes until then. Asking for a layout would not do: a change may
   * come while another canvas is being laid out, and such requests get lost.
   */
  private void repaint() {
    if (!due) {
      due = true;
      Platform.runLater(this::paint);
    }
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = Math.max(0, getWidth() - left - snappedRightInset());
    double height = Math.max(0, getHeight() - top - snappedBottomInset());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      canvas.relocate(left, top);
      side.camera().resize(width, height);
    }
    paint();
  }

  private void paint() {
    due = false;
    minimap.place(
        canvas.getLayoutX() + canvas.getWidth(),
        canvas.getLayoutY() + canvas.getHeight(),
        canvas.getWidth(),
        canvas.getHeight());
    GraphSheet sheet = side.sheetProperty().get();
    Viewport view = side.camera().viewportProperty().get();
    if (sheet == null || view.width() <= 0 || view.height() <= 0) {
      canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      painted = 0;
      return;
    }
    painted =
        new GraphPainter(canvas.getGraphicsContext2D(), view, dark.get())
            .paint(GraphPainter.Picture.of(side, model.pair().coloursOf(side).get()));
  }

  /** Boxes that the last painting took. */
  int painted() {
    return painted;
  }
}
