package fennec.ui.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.ArchitectureInspection;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.LayeredLayout;
import fennec.progress.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Heights of two drawings that belong together. */
class AlignmentTest {

  private static OpenGraph open(ArchitectureGraph graph) {
    return OpenGraph.of(graph.name(), new ArchitectureInspection.Found(graph, List.of()));
  }

  private static GraphSheet sheet(OpenGraph graph) throws Exception {
    return new GraphSheet(new LayeredLayout().layout(graph.folding().unfolded(), Progress.NONE));
  }

  @Test
  void alignedPartsMeetAndTheOrderStays() throws Exception {
    OpenGraph few = open(FakeArchitectures.residual("few", 3, 8));
    OpenGraph many = open(FakeArchitectures.residual("many", 9, 8));
    ComparedSide side = SideBySide.of(few, many).first();
    GraphSheet left = sheet(few);
    GraphSheet right = sheet(many);
    Alignment alignment = Alignment.of(left, right, side.partner());
    int meeting = 0;
    for (Map.Entry<Integer, Integer> pair : side.partner().entrySet()) {
      var here = left.box(left.itemOf(pair.getKey()).orElseThrow());
      var there = right.box(right.itemOf(pair.getValue()).orElseThrow());
      double height = here.y() + here.height() / 2;
      meeting += Math.abs(alignment.across(height) - there.y() - there.height() / 2) < 1 ? 1 : 0;
    }
    assertTrue(meeting > 0.8 * side.partner().size(), meeting + " of " + side.partner().size());
    double last = -1;
    for (double height = 0; height < left.layout().height(); height += 7) {
      double across = alignment.across(height);
      assertTrue(across > last, "further down is further down");
      assertEquals(height, alignment.back(across), 1e-6);
      last = across;
    }
  }

  @Test
  void withoutPartnersTheEndsMeet() throws Exception {
    GraphSheet one = sheet(open(FakeArchitectures.residual("one", 2, 8)));
    GraphSheet other = sheet(open(FakeArchitectures.residual("other", 5, 8)));
    Alignment alignment = Alignment.of(one, other, Map.of());
    assertEquals(other.layout().height(), alignment.across(one.layout().height()), 1e-9);
    assertEquals(0, alignment.across(0), 1e-9);
    assertEquals(-5, alignment.across(-5), 1e-9);
  }
}
