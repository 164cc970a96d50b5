package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.architecture.BlockFolding;
import fennec.architecture.DataEdge;
import fennec.architecture.FlowDirection;
import fennec.architecture.FoldedGraph;
import fennec.architecture.GraphComparison;
import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphLayout.Point;
import fennec.architecture.GraphNode;
import fennec.architecture.LayeredLayout;
import fennec.progress.Progress;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Layout, drawing and comparison of graphs. */
class GraphDrawingTest {

  private static ArchitectureAtlas atlas;

  @BeforeAll
  static void open() throws Exception {
    atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
  }

  @Test
  void boxesDoNotOverlapAndEdgesRunDown() throws Exception {
    GraphLayout layout = layout("torchvision.densenet121");
    List<Box> boxes = new ArrayList<>(layout.boxes().values());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(overlap(boxes.get(i), boxes.get(j)), i + " and " + j);
      }
      assertTrue(boxes.get(i).x() + boxes.get(i).width() <= layout.width());
      assertTrue(boxes.get(i).y() + boxes.get(i).height() <= layout.height());
    }
    assertEquals(layout.graph().edges().size(), layout.routes().size());
    for (GraphLayout.Route route : layout.routes()) {
      assertTrue(layout.boxes().get(route.from()).y() < layout.boxes().get(route.to()).y());
    }
  }

  @Test
  void edgesRunToTheRightAndLinesMeetTheirBoxes() throws Exception {
    for (String name : List.of("torchvision.densenet121", "torchvision.vit_b_16")) {
      FoldedGraph graph = BlockFolding.of(atlas.graph(name)).unfolded();
      GraphLayout layout = new LayeredLayout().layout(graph, FlowDirection.RIGHT, Progress.NONE);
      assertEquals(FlowDirection.RIGHT, layout.direction());
      assertTrue(layout.width() > 4 * layout.height(), "long, not high");
      assertEquals(layout.width(), layout.length());
      Box[] boxes = layout.boxes().values().toArray(Box[]::new);
      for (int i = 0; i < boxes.length; i++) {
        assertTrue(boxes[i].x() + boxes[i].width() <= layout.width());
        assertTrue(boxes[i].y() + boxes[i].height() <= layout.height());
        for (int j = 0; j < i; j++) {
          assertFalse(overlap(boxes[i], boxes[j]), i + " and " + j);
        }
      }
      int rails = 0;
      for (GraphLayout.Route route : layout.routes()) {
        Box from = layout.boxes().get(route.from());
        Box to = layout.boxes().get(route.to());
        Point start = route.points().get(0);
        Point end = route.points().get(route.points().size() - 1);
        assertTrue(from.x() < to.x());
        rails += route.rail() ? 1 : 0;
        if (route.rail()) {
          assertEquals(from.y() + from.height(), start.y(), "leaves its box below");
          assertEquals(to.y() + to.height(), end.y(), "and reaches the other from below");
        } else {
          assertEquals(from.x() + from.width(), start.x(), 1e-6);
          assertEquals(to.x(), end.x(), 1e-6);
          assertEquals(List.of(end.x() - 7, end.x() - 7), backOfArrow(route));
        }
        assertTrue(
            route.points().stream()
                .allMatch(p -> p.y() < layout.height() && p.x() < layout.width()));
      }
      assertTrue(rails > 0, "some run below");
    }
  }

  private static List<Double> backOfArrow(GraphLayout.Route route) {
    return route.arrow().stream().skip(1).map(Point::x).toList();
  }

  @Test
  void bothDirectionsOfOneGraphAreKeptApart() throws Exception {
    LayeredLayout layouts = new LayeredLayout();
    FoldedGraph graph = BlockFolding.of(atlas.graph("torchvision.resnet18")).folded();
    GraphLayout down = layouts.layout(graph, Progress.NONE);
    GraphLayout right = layouts.layout(graph, FlowDirection.RIGHT, Progress.NONE);
    assertEquals(down.boxes().keySet(), right.boxes().keySet());
    assertTrue(down.height() > down.width() && right.width() > right.height());
    assertEquals(right, layouts.layout(graph, FlowDirection.RIGHT, Progress.NONE));
    assertEquals(down, layouts.layout(graph, Progress.NONE));
  }

  @Test
  void theSameGraphIsDrawnTheSameInEveryRun() throws Exception {
    String first = svg(layout("torchvision.googlenet"));
    String second = svg(layout("torchvision.googlenet"));
    assertEquals(first, second);
  }

  @Test
  void aLongSkipRunsAlongTheSide() throws Exception {
    List<GraphNode> nodes = new ArrayList<>();
    List<DataEdge> edges = new ArrayList<>();
    List<String> operations = List.of("Conv", "Relu", "Add", "Mul", "Tanh", "Sub", "Exp");
    for (int i = 0; i < 30; i++) {
      nodes.add(GraphNode.of(i, "/x<" + i + ">", operations.get(i * i % 7)));
      if (i > 0) {
        edges.add(new DataEdge(i - 1, 0, i, 0, Optional.empty()));
      }
    }
    edges.add(new DataEdge(1, 0, 29, 1, Optional.empty()));
    var graph = new fennec.architecture.ArchitectureGraph("skip", Map.of(), nodes, edges);
    FoldedGraph unfolded = BlockFolding.of(graph).unfolded();
    GraphLayout layout = new LayeredLayout().layout(unfolded, Progress.NONE);
    assertEquals(1, layout.routes().stream().filter(GraphLayout.Route::rail).count());
    assertTrue(layout.routes().get(29).rail());
  }

  @Test
  void drawingsAreWellFormed() throws Exception {
    for (String name : List.of("torchvision.vit_b_16", "timm.coat_tiny")) {
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg(layout(name)))));
      assertEquals("svg", document.getDocumentElement().getTagName());
    }
  }

  @Test
  void aCancelledLayoutStops() {
    Progress cancelled =
        new Progress() {
          @Override
          public void step(long done, long total, String what) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () ->
            new LayeredLayout()
                .layout(
                    BlockFolding.of(atlas.graph("timm.swinv2_cr_base_384")).unfolded(), cancelled));
  }

  @Test
  void comparisonAlignsByPathAndSeesWidths() throws Exception {
    var small = atlas.graph("torchvision.resnet18");
    var same = GraphComparison.of(small, small);
    assertEquals(small.nodes().size(), same.same().size());
    assertEquals(1, same.commonSubtrees(), 1e-12);
    var other = GraphComparison.of(small, atlas.graph("torchvision.resnet34"));
    assertEquals(0, other.removed().size());
    assertEquals(
        atlas.graph("torchvision.resnet34").nodes().size() - small.nodes().size(),
        other.added().size());
    assertTrue(other.commonSubtrees() > 0.6 && other.commonSubtrees() < 0.9);
  }

  private static GraphLayout layout(String name) throws Exception {
    return new LayeredLayout().layout(BlockFolding.of(atlas.graph(name)).folded(), Progress.NONE);
  }

  private static String svg(GraphLayout layout) {
    return new GraphSvgWriter(GraphSvgWriter.Theme.LIGHT).svg(layout);
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }
}
