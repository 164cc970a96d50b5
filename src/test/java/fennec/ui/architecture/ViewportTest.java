package fennec.ui.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.architecture.FlowDirection;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Arithmetic of zooming and panning. */
class ViewportTest {

  @Test
  void zoomingKeepsWhatIsBelowTheCursor() {
    SplittableRandom random = new SplittableRandom(3);
    Viewport view = Viewport.ofSize(800, 600).panned(-120, -4000);
    for (int i = 0; i < 500; i++) {
      double x = 800 * random.nextDouble();
      double y = 600 * random.nextDouble();
      double graphX = view.graphX(x);
      double graphY = view.graphY(y);
      view = view.zoomed(0.6 + random.nextDouble(), x, y);
      assertEquals(graphX, view.graphX(x), 1e-6 * Math.max(1, Math.abs(graphX)));
      assertEquals(graphY, view.graphY(y), 1e-6 * Math.max(1, Math.abs(graphY)));
      assertEquals(x, view.screenX(view.graphX(x)), 1e-6);
      assertTrue(view.scale() >= Viewport.SMALLEST && view.scale() <= Viewport.LARGEST);
    }
  }

  @Test
  void panningMovesByPixelsOfTheScreen() {
    Viewport view = Viewport.ofSize(800, 600).at(0.5);
    double x = view.screenX(300);
    double y = view.screenY(700);
    Viewport moved = view.panned(30, -50);
    assertEquals(x + 30, moved.screenX(300), 1e-9);
    assertEquals(y - 50, moved.screenY(700), 1e-9);
  }

  @Test
  void fittingShowsAllAndNeverEnlarges() {
    Viewport whole = Viewport.ofSize(800, 600).fitted(400, 100_000);
    assertTrue(whole.top() <= 0 && whole.bottom() >= 100_000);
    assertTrue(whole.left() <= 0 && whole.right() >= 400);
    assertEquals(1, Viewport.ofSize(800, 600).fitted(100, 100).scale());
    assertEquals(50, Viewport.ofSize(800, 600).fitted(100, 100).centreX(), 1e-9);
  }

  @Test
  void aTallDrawingOpensReadableAtItsTop() {
    Viewport view = Viewport.ofSize(800, 600).opening(400, 100_000, 180, FlowDirection.DOWN);
    assertEquals(1, view.scale());
    assertTrue(view.top() <= 0 && view.top() > -20);
    assertEquals(200, view.centreX(), 1e-9);
    Viewport wide = Viewport.ofSize(800, 600).opening(5000, 100_000, 4100, FlowDirection.DOWN);
    assertEquals(4100, wide.centreX(), 1e-9);
    assertEquals(1, Viewport.ofSize(800, 600).opening(300, 300, 150, FlowDirection.DOWN).scale());
  }

  @Test
  void aLongDrawingOpensReadableAtItsLeft() {
    Viewport view = Viewport.ofSize(800, 600).opening(100_000, 400, 180, FlowDirection.RIGHT);
    assertEquals(1, view.scale());
    assertTrue(view.left() <= 0 && view.left() > -20);
    assertEquals(200, view.centreY(), 1e-9);
    Viewport broad = Viewport.ofSize(800, 600).opening(100_000, 5000, 4100, FlowDirection.RIGHT);
    assertEquals(4100, broad.centreY(), 1e-9);
    Viewport lower = view.resized(900, 300, FlowDirection.RIGHT);
    assertEquals(view.left(), lower.left());
    assertEquals(view.centreY(), lower.centreY(), 1e-9);
  }

  @Test
  void theMiddleStaysOnTheDrawing() {
    Viewport view = Viewport.ofSize(800, 600).panned(1e6, -1e6).within(300, 2000);
    assertEquals(0, view.centreX(), 1e-9);
    assertEquals(2000, view.centreY(), 1e-9);
    Viewport inside = Viewport.ofSize(800, 600);
    assertEquals(inside, inside.within(1000, 1000));
  }

  @Test
  void showingMovesNoMoreThanItMust() {
    Viewport view = Viewport.ofSize(800, 600);
    assertEquals(view, view.showing(100, 100, 200, 50));
    Viewport below = view.showing(100, 900, 200, 50);
    assertTrue(below.bottom() >= 950 && below.top() <= 900);
    assertEquals(view.left(), below.left());
    Viewport tooLarge = view.showing(-400, 0, 5000, 50);
    assertTrue(tooLarge.left() <= -400);
  }

  @Test
  void resizingKeepsTheTopAndTheMiddleAcross() {
    Viewport view = new Viewport(0.5, 100, 300, 800, 600);
    Viewport wider = view.resized(1200, 900, FlowDirection.DOWN);
    assertEquals(view.centreX(), wider.centreX(), 1e-9);
    assertEquals(view.top(), wider.top());
    assertEquals(view.scale(), wider.scale());
  }
}
