package fennec.ui.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.ArchitectureInspection;
import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphLayout.Route;
import fennec.architecture.LayeredLayout;
import fennec.progress.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A graph of 2,704 operations, all unfolded, on a small canvas. */
class GraphPaintingTest {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  private static OpenGraph graph;
  private static GraphSheet sheet;

  @BeforeAll
  static void layOut() throws Exception {
    FxToolkit.registerPrimaryStage();
    graph =
        OpenGraph.of(
            "long",
            new ArchitectureInspection.Found(
                FakeArchitectures.residual("long", 540, 8), List.of()));
    sheet = new GraphSheet(new LayeredLayout().layout(graph.folding().unfolded(), Progress.NONE));
  }

  private static long meeting(Viewport view) {
    return sheet.layout().boxes().values().stream()
        .filter(
            box ->
                box.x() <= view.right()
                    && box.x() + box.width() + 4 >= view.left()
                    && box.y() <= view.bottom()
                    && box.y() + box.height() >= view.top())
        .count();
  }

  private static WritableImage picture(Viewport view, Set<String> path, int[] painted) {
    return picture(view, null, Set.of(), path, painted);
  }

  private static WritableImage picture(
      Viewport view, Route line, Set<String> group, Set<String> path, int[] painted) {
    WritableImage[] image = new WritableImage[1];
    new FxRobot()
        .interact(
            () -> {
              Canvas canvas = new Canvas(view.width(), view.height());
              painted[0] =
                  new GraphPainter(canvas.getGraphicsContext2D(), view, false)
                      .paint(
                          new GraphPainter.Picture(
                              sheet,
                              Colours.of(
                                  sheet, graph, ColourBy.KIND, Optional.empty(), Optional.empty()),
                              sheet.order().get(7),
                              line,
                              group,
                              path,
                              Set.of(3)));
              image[0] = canvas.snapshot(null, null);
            });
    return image[0];
  }

  @Test
  void onlyWhatIsSeenIsPainted() {
    GraphLayout layout = sheet.layout();
    assertEquals(2704, layout.boxes().size());
    Viewport top =
        Viewport.ofSize(WIDTH, HEIGHT)
            .opening(layout.width(), layout.height(), 200, FlowDirection.DOWN);
    int[] painted = new int[1];
    for (double scale : new double[] {2, 1, 0.55, 0.3, 0.05}) {
      Viewport view = top.at(scale).centredOn(layout.width() / 2, layout.height() / 3);
      WritableImage image = picture(view, Set.of(), painted);
      assertEquals(WIDTH, image.getWidth());
      assertEquals(HEIGHT, image.getHeight());
      assertEquals(meeting(view), painted[0], "at " + scale);
    }
    picture(top, Set.of(), painted);
    assertTrue(painted[0] > 2 && painted[0] < 20, painted[0] + " boxes at 100 %");
    picture(top.fitted(layout.width(), layout.height()), Set.of(), painted);
    assertEquals(2704, painted[0], "all of them where all are seen");
  }

  @Test
  void aBoxHasItsColourWhereTheLayoutPutsIt() {
    String id = sheet.order().get(1);
    Box box = sheet.box(id);
    Viewport view = Viewport.ofSize(WIDTH, HEIGHT).centredOn(box.x() + 50, box.y() + 40);
    WritableImage image = picture(view, Set.of(), new int[1]);
    int x = (int) view.screenX(box.x() + box.width() - 8);
    int y = (int) view.screenY(box.y() + 12);
    assertEquals(Color.web("#2f6fb3"), image.getPixelReader().getColor(x, y), "a convolution");
    WritableImage faded = picture(view, Set.of("another"), new int[1]);
    assertTrue(
        faded.getPixelReader().getColor(x, y).getBrightness() > 0.85, "off the path it is faint");
  }

  @Test
  void theSelectedLineAndGatheredPartsAreMarked() {
    Color accent = Color.web("#0b5ed7");
    String id = sheet.order().get(1);
    Box box = sheet.box(id);
    Route line =
        sheet.layout().routes().stream()
            .filter(r -> r.from().equals(id) && !r.rail())
            .findFirst()
            .orElseThrow();
    double half = (line.points().get(0).y() + line.points().get(1).y()) / 2;
    Viewport view = Viewport.ofSize(WIDTH, HEIGHT).centredOn(line.points().get(0).x(), half);
    int x = (int) view.screenX(line.points().get(0).x());
    int y = (int) view.screenY(half);
    Set<String> path = sheet.path(line.from(), line.to());
    WritableImage image = picture(view, line, Set.of(), path, new int[1]);
    assertEquals(accent, image.getPixelReader().getColor(x, y));
    assertNotEquals(
        accent,
        picture(view, Set.of(), new int[1]).getPixelReader().getColor(x, y),
        "and not else");

    int left = (int) view.screenX(box.x()) - 3;
    int middle = (int) view.screenY(box.y() + box.height() / 2);
    assertEquals(
        accent,
        picture(view, null, Set.of(id), Set.of(), new int[1])
            .getPixelReader()
            .getColor(left, middle));
    assertNotEquals(
        accent, picture(view, Set.of(), new int[1]).getPixelReader().getColor(left, middle));
    int low = (int) view.screenY(box.y() + box.height()) + 3;
    WritableImage rim = picture(view, null, Set.of(id), Set.of(), new int[1]);
    assertEquals(
        accent, rim.getPixelReader().getColor(x + 15, low), "the shape beside the line is below");
  }

  @Test
  void thePartUnderThePointerIsFound() {
    VisibleItems visible = sheet.visible();
    sheet
        .layout()
        .boxes()
        .forEach(
            (id, box) ->
                assertEquals(
                    id, visible.boxAt(box.x() + 3, box.y() + box.height() - 3).orElse("nothing")));
    assertTrue(visible.boxAt(-50, 20).isEmpty());
    assertTrue(visible.boxAt(20, 1e9).isEmpty());
  }

  @Test
  void labelsStandOnNothing() {
    List<EdgeLabel> labels = EdgeLabel.of(sheet.layout(), sheet.visible());
    assertTrue(labels.size() > 1000, labels.size() + " labels");
    for (EdgeLabel label : labels) {
      assertTrue(
          !sheet
              .visible()
              .taken(label.x(), label.y() - EdgeLabel.HEIGHT + 2, label.right(), label.y()),
          label.toString());
    }
  }
}
