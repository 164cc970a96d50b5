package fennec.ui.clusters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fennec.ui.map.LegendEntry;
import fennec.ui.map.PointClasses;
import fennec.ui.map.PointLook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.graphstream.ui.graphicGraph.GraphicGraph;
import org.graphstream.ui.graphicGraph.GraphicNode;
import org.graphstream.ui.graphicGraph.StyleGroup;
import org.graphstream.ui.graphicGraph.stylesheet.Color;
import org.graphstream.ui.graphicGraph.stylesheet.StyleConstants;
import org.graphstream.ui.graphicGraph.stylesheet.StyleSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointClassesTest {

  @Test
  void familiesGoByFrequencyAndTheRestIsOne() {
    List<String> families = new ArrayList<>(List.of("b", "a", "a", "c", ""));
    PointClasses few = PointClasses.named(families);
    assertEquals(List.of("a", "b", "c", "other"), few.labels());
    assertArrayEquals(new int[] {1, 0, 0, 2, 3}, few.classOf());
    assertEquals(3, few.known());
    for (int i = 0; i < 30; i++) {
      families.add(String.format(Locale.ROOT, "f%02d", i));
    }
    assertEquals(21, PointClasses.named(families).labels().size());
  }

  @Test
  void valuesFallIntoFiveStepsOfEqualSize() {
    double[] values = new double[101];
    for (int i = 0; i < 100; i++) {
      values[i] = i;
    }
    values[100] = Double.NaN;
    PointClasses steps =
        PointClasses.stepped(values, v -> String.valueOf(Math.round(v)), "unknown");
    assertEquals(
        List.of(
            "0 \u2013 20",
            "20 \u2013 40",
            "40 \u2013 60",
            "60 \u2013 80",
            "80 \u2013 99",
            "unknown"),
        steps.labels());
    int[] counts = new int[6];
    for (int c : steps.classOf()) {
      counts[c]++;
    }
    assertArrayEquals(new int[] {20, 20, 20, 20, 20, 1}, counts);
  }

  @Test
  void equalOrNoValuesMakeOneStepOrNone() {
    PointClasses equal = PointClasses.stepped(new double[] {7, 7, 7}, v -> "7", "unknown");
    assertEquals(List.of("7"), equal.labels());
    PointClasses none =
        PointClasses.stepped(new double[] {Double.NaN, Double.NaN}, v -> "?", "not ranked");
    assertEquals(List.of("not ranked"), none.labels());
    assertArrayEquals(new int[] {0, 0}, none.classOf());
  }

  @Test
  void theLegendCountsWhatIsSelected() {
    PointClasses classes = PointClasses.numbered("cluster", 2, new int[] {0, 0, 1, 0});
    List<LegendEntry> legend = LegendEntry.of(classes, Set.of("cluster 1"), i -> i == 1);
    assertEquals(new LegendEntry(0, "cluster 0", 1, 3, true), legend.get(0));
    assertEquals(new LegendEntry(1, "cluster 1", 0, 1, false), legend.get(1));
    assertEquals("1 / 3", legend.get(0).counts(true));
    assertEquals("3", legend.get(0).counts(false));
    assertEquals("47 / 1,412", new LegendEntry(0, "", 47, 1412, true).counts(true));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void graphStreamUnderstandsEveryLook(boolean dark) throws IOException {
    PointClasses classes = PointClasses.numbered("cluster", 50, new int[] {0});
    StyleSheet sheet = new StyleSheet();
    sheet.parseFromString(NetworkPainter.styles(classes, dark));
    GraphicGraph graph = new GraphicGraph("looks");
    graph.setAttribute("ui.stylesheet", NetworkPainter.styles(classes, dark));
    graph.addNode("n").setAttribute("ui.class", "c13");
    StyleGroup style = ((GraphicNode) graph.getNode("n")).getStyle();
    PointLook look = PointLook.of(classes, 13, dark);
    Color colour = style.getFillColor(0);
    assertEquals(look.colour(), colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue());
    assertEquals(StyleConstants.Shape.BOX, style.getShape());
  }

  @Test
  void fiftyClustersLookDifferent() {
    PointClasses classes = PointClasses.numbered("cluster", 50, new int[] {0});
    Set<PointLook> looks = new HashSet<>();
    for (int c = 0; c < ClustersViewModel.MOST_CLUSTERS; c++) {
      looks.add(PointLook.of(classes, c, true));
    }
    assertEquals(50, looks.size());
    assertNotEquals(PointLook.of(classes, 0, true), PointLook.of(classes, 0, false));
  }
}
