package fennec.ui.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.architecture.GraphLayout.Route;
import fennec.architecture.GraphNode;
import fennec.ui.architecture.Inspection.Link;
import fennec.ui.architecture.Inspection.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is selected and gathered in a drawing, and figures of operations from a file. */
class GraphSelectionTest extends OpenedArchitecture {

  @Test
  void thePathLeavesOutTheBranchBeside() {
    open("narrow");
    first.unfoldAll();
    first.pathShownProperty().set(true);
    assertEquals(Set.of(), first.selection().pathProperty().get(), "nothing is selected");
    first.select(part("/layers/layers.0/act1/Relu"));
    Set<String> path = first.selection().pathProperty().get();
    assertTrue(path.contains(part("/stem/Conv")));
    assertTrue(path.contains(part("/layers/layers.3/act2/Relu")));
    assertEquals(sheet().layout().boxes().size(), path.size(), "all of a chain is on the path");
    first.pathShownProperty().set(false);
    assertEquals(Set.of(), first.selection().pathProperty().get());
  }

  @Test
  void aLineSetsOffThePathThroughItAndSaysItsEnds() {
    open("narrow");
    first.unfoldAll();
    Route line =
        sheet().layout().routes().stream()
            .filter(r -> r.from().equals(part("/stem/Conv")))
            .findFirst()
            .orElseThrow();
    double x = (line.points().get(0).x() + line.points().get(1).x()) / 2;
    double y = (line.points().get(0).y() + line.points().get(1).y()) / 2;
    assertEquals(line, sheet().visible().lineAt(x + 3, y, 5).orElseThrow());
    assertTrue(sheet().visible().lineAt(-500, -500, 5).isEmpty());
    first.selection().select(line);
    assertTrue(first.selection().pathProperty().get().contains(line.to()));
    Inspection shown = model.inspectionProperty().get();
    assertTrue(shown.title().startsWith("Tensor 1\u00d7"), shown.title());
    assertEquals(line.from(), links(shown, "Comes from").get(0).target());
    assertEquals(line.to(), links(shown, "Goes to").get(0).target());
    first.selection().gather(line.from());
    first.selection().gather(line.to());
    assertEquals("2 parts together", model.inspectionProperty().get().title());
    assertEquals(Set.of(), first.selection().pathProperty().get(), "the line is let go");
    first.selection().scatter();
    first.selection().select(line);
    model.follow(links(shown, "Goes to").get(0));
    assertNull(first.selection().lineProperty().get());
    assertEquals(line.to(), first.selectedProperty().get());
  }

  @Test
  void gatheredPartsAreCountedTogether() {
    open("narrow");
    first.unfoldAll();
    String conv = part("/stem/Conv");
    String relu = part("/layers/layers.0/act1/Relu");
    first.select(conv);
    long one = first.graphProperty().get().parameters(sheet().item(conv).orElseThrow());
    first.selection().gather(relu);
    assertEquals(Set.of(conv, relu), first.selection().groupProperty().get());
    Inspection shown = model.inspectionProperty().get();
    assertEquals("2 parts together", shown.title());
    assertTrue(rows(shown, "Size").contains(new Row("Parameters", Quantity.inFull(one))));
    assertTrue(rows(shown, "Size").contains(new Row("Operations", "2")));
    first.selection().gather(relu);
    assertEquals(Set.of(conv), first.selection().groupProperty().get());
    assertEquals("/stem/Conv", model.inspectionProperty().get().name());
    first.selection().gather(relu);
    Link other = links(model.inspectionProperty().get(), "Parts").get(1);
    model.follow(other);
    assertEquals(Set.of(), first.selection().groupProperty().get());
    assertEquals(
        "/layers/layers.0/act1/Relu",
        model.inspectionProperty().get().name(),
        "a part that is followed is shown alone");
    first.selection().gather(conv);
    first.selection().clear();
    assertEquals(Set.of(), first.selection().groupProperty().get());
    assertEquals("narrow", model.inspectionProperty().get().title());
  }

  @Test
  void partsTakeColoursFromAFileOfFigures(@TempDir Path folder) throws Exception {
    open("narrow");
    first.unfoldAll();
    Path file = folder.resolve("time.csv");
    Files.writeString(
        file, "operation,milliseconds\n/stem/Conv,2.5\n/layers/layers.0/act1/Relu,1\n");
    model.figures().open(file);
    assertEquals(ColourBy.FILE, model.colourByProperty().get());
    Colouring colours = model.pair().coloursOf(first).get();
    assertEquals(
        List.of(
            "no milliseconds " + (sheet().layout().boxes().size() - 2),
            "1.000 \u2013 1.300 1",
            "2.200 \u2013 2.500 1"),
        colours.legend().stream().map(e -> e.meaning() + " " + e.parts()).toList());
    assertNotEquals(
        colours.colour(part("/stem/Conv")), colours.colour(part("/layers/layers.0/act1/Relu")));
    first.select(part("/stem/Conv"));
    assertEquals(
        List.of(new Row("milliseconds", "2.500")),
        rows(model.inspectionProperty().get(), "From the file"));
    Files.writeString(folder.resolve("other.json"), "{\"nothing\": 1}");
    model.figures().open(folder.resolve("other.json"));
    assertTrue(messages.said.get(0).contains("other.json names no operation of narrow"));
    assertEquals(
        List.of(new Row("milliseconds", "2.500")),
        rows(model.inspectionProperty().get(), "From the file"),
        "what was there stays");
  }

  @Test
  void aFoldedBlockAndGatheredPartsHaveTheSumOfTheirFigures(@TempDir Path folder) throws Exception {
    open("narrow");
    String block = repeated();
    List<String> inside = sheet().item(block).orElseThrow().nodes().map(GraphNode::name).toList();
    Path file = folder.resolve("time.json");
    Files.writeString(
        file, "{\"/stem/Conv\": 0.5, \"" + inside.get(0) + "\": 1, \"" + inside.get(1) + "\": 2}");
    model.figures().open(file);
    first.select(block);
    assertEquals(
        List.of(new Row("time", "3.000")), rows(model.inspectionProperty().get(), "From the file"));
    first.selection().gather(part("/stem/Conv"));
    assertTrue(rows(model.inspectionProperty().get(), "Size").contains(new Row("time", "3.500")));
  }

  @Test
  void figuresNeedAGraphAndAFileThatCanBeRead(@TempDir Path folder) {
    model.figures().open(folder.resolve("none.csv"));
    assertTrue(messages.said.get(0).contains("Open a graph first"));
    open("narrow");
    model.figures().open(folder.resolve("none.csv"));
    assertEquals(List.of(folder.resolve("none.csv") + ": no such file or folder."), tasks.failures);
    assertEquals(ColourBy.KIND, model.colourByProperty().get(), "nothing was read");
  }
}
