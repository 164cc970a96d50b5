package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which part of a drawing is looked at; its middle always lies on the drawing. */
public final class GraphCamera {

  /** One press of an arrow key. */
  private static final double STEP = 60;

  private static final double PAGE = 0.85;

  private final ReadOnlyObjectProperty<GraphSheet> sheet;
  private final ReadOnlyObjectWrapper<Viewport> viewport =
      new ReadOnlyObjectWrapper<>(Viewport.ofSize(0, 0));
  private boolean opening;

  /** Looks at {@code sheet}. */
  GraphCamera(ReadOnlyObjectProperty<GraphSheet> sheet) {
    this.sheet = sheet;
  }

  /** Which part of the drawing is seen. */
  public ReadOnlyObjectProperty<Viewport> viewportProperty() {
    return viewport.getReadOnlyProperty();
  }

  /** Shows the next drawing from its beginning, as soon as there is room for it. */
  void open() {
    opening = true;
  }

  /** Looks at a new drawing: at its beginning if that is due, else at {@code kept}. */
  void follow(Viewport kept) {
    if (opening && viewport.get().width() > 0) {
      begin(viewport.get());
    } else {
      look(kept);
    }
  }

  private void begin(Viewport size) {
    opening = false;
    GraphLayout layout = sheet.get().layout();
    FlowDirection flow = layout.direction();
    double first =
        layout.boxes().values().stream()
            .findFirst()
            .map(box -> flow.across(box.middleX(), box.middleY()))
            .orElse(0.0);
    look(size.opening(layout.width(), layout.height(), first, flow));
  }

  /** Tells how much room there is on the screen. */
  public void resize(double width, double height) {
    Viewport next = viewport.get().resized(width, height, flow());
    viewport.set(next);
    if (opening && sheet.get() != null && width > 0 && height > 0) {
      begin(next);
    }
  }

  /** Looks at another part, the middle staying on the drawing. */
  void look(Viewport next) {
    GraphSheet now = sheet.get();
    viewport.set(now == null ? next : next.within(now.layout().width(), now.layout().height()));
  }

  /** Moves the drawing by pixels of the screen. */
  public void pan(double x, double y) {
    look(viewport.get().panned(x, y));
  }

  /** Moves the view by {@code across} and {@code down} presses of an arrow key. */
  void step(int across, int down) {
    pan(-across * STEP, -down * STEP);
  }

  /** Moves the view along the flow by most of what is seen. */
  void page(int forward) {
    if (flow() == FlowDirection.DOWN) {
      pan(0, -forward * PAGE * viewport.get().height());
    } else {
      pan(-forward * PAGE * viewport.get().width(), 0);
    }
  }

  /** Moves the view to the first or the last part. */
  void edge(boolean start) {
    if (sheet.get() != null) {
      List<String> order = sheet.get().order();
      show(sheet.get().box(order.get(start ? 0 : order.size() - 1)));
    }
  }

  /** Moves the view as little as needed to show {@code box}. */
  void show(Box box) {
    look(viewport.get().showing(box.x(), box.y(), box.width(), box.height()));
  }

  /** Zooms by {@code factor}; what lies below (x, y) of the screen stays there. */
  public void zoom(double factor, double x, double y) {
    look(viewport.get().zoomed(factor, x, y));
  }

  /** Zooms around the middle. */
  void zoom(double factor) {
    zoom(factor, viewport.get().width() / 2, viewport.get().height() / 2);
  }

  /** Shows the whole drawing; when that is seen already, its breadth, which can be read. */
  public void fit() {
    if (sheet.get() == null) {
      return;
    }
    GraphLayout layout = sheet.get().layout();
    Viewport whole = viewport.get().fitted(layout.width(), layout.height());
    if (whole.equals(viewport.get())) {
      look(broad(layout));
    } else {
      look(whole);
    }
  }

  /** The beginning of the drawing, as large as its breadth allows. */
  private Viewport broad(GraphLayout layout) {
    if (layout.direction() == FlowDirection.DOWN) {
      Viewport wide = viewport.get().fitted(layout.width(), 1);
      return wide.centredOn(layout.width() / 2, wide.height() / 2 / wide.scale());
    }
    Viewport tall = viewport.get().fitted(1, layout.height());
    return tall.centredOn(tall.width() / 2 / tall.scale(), layout.height() / 2);
  }

  private FlowDirection flow() {
    return sheet.get() == null ? FlowDirection.DOWN : sheet.get().layout().direction();
  }
}
