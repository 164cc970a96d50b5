package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphNode;
import java.util.Optional;

/**
 * An operation that stays where it is on the screen while the drawing around it changes: the
 * beginning of its box along the flow, and the middle across. Where the flow turns, it is as far
 * along and across the screen as it was.
 */
final class Anchor {

  private static final double FURTHEST = 0.9;

  private Anchor() {}

  /** The part of {@code after} to look at, where {@code view} looked at {@code before}. */
  static Viewport kept(Viewport view, GraphSheet before, GraphSheet after, GraphNode node) {
    Optional<Box> old = before.itemOf(node.id()).map(before::box);
    Optional<Box> now = after.itemOf(node.id()).map(after::box);
    if (old.isEmpty() || now.isEmpty() || view.width() <= 0 || view.height() <= 0) {
      return view;
    }
    FlowDirection from = before.layout().direction();
    FlowDirection to = after.layout().direction();
    Box box = old.get();
    double along =
        from.along(view.screenX(box.x()), view.screenY(box.y()))
            / from.along(view.width(), view.height());
    double across =
        from.across(view.screenX(box.middleX()), view.screenY(box.middleY()))
            / from.across(view.width(), view.height());
    if (from != to) {
      along = Math.max(0, Math.min(FURTHEST, along));
      across = Math.max(0, Math.min(FURTHEST, across));
    }
    return placed(view, now.get(), to, along, across);
  }

  private static Viewport placed(
      Viewport view, Box box, FlowDirection flow, double along, double across) {
    boolean down = flow == FlowDirection.DOWN;
    double x = (down ? across : along) * view.width() / view.scale();
    double y = (down ? along : across) * view.height() / view.scale();
    return new Viewport(
        view.scale(),
        (down ? box.middleX() : box.x()) - x,
        (down ? box.y() : box.middleY()) - y,
        view.width(),
        view.height());
  }
}
