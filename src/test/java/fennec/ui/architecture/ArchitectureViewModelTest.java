package fennec.ui.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.architecture.GraphLayout.Box;
import fennec.ui.architecture.Inspection.Link;
import fennec.ui.architecture.Inspection.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pane shows, without a window. */
class ArchitectureViewModelTest extends OpenedArchitecture {

  @Test
  void nothingIsReadBeforeThePaneIsShown() {
    model.connect(graphs);
    session.selectedModelProperty().set("narrow");
    session.selectedModelProperty().set("wide");
    assertEquals(List.of(), graphs.opened);
    session.paneProperty().set(ArchitectureViewModel.PANE);
    assertEquals(List.of("wide"), graphs.opened);
    assertEquals("wide", first.graphProperty().get().graph().name());
    session.paneProperty().set("ranking");
    session.paneProperty().set(ArchitectureViewModel.PANE);
    assertEquals(List.of("wide"), graphs.opened, "what is shown is not read again");
  }

  @Test
  void aModelWithoutAGraphSaysSoInThePane() {
    open("narrow");
    session.selectedModelProperty().set("unknown");
    assertNull(first.graphProperty().get());
    assertTrue(model.problemProperty().get().contains("unknown"), model.problemProperty().get());
    assertEquals(List.of(), tasks.failures, "told in the pane, not in a message");
    session.selectedModelProperty().set("narrow");
    assertEquals("", model.problemProperty().get());
    assertEquals("narrow", first.graphProperty().get().graph().name());
  }

  @Test
  void repeatedBlocksUnfoldInPlaceAndFoldAgain() {
    open("narrow");
    int folded = sheet().layout().boxes().size();
    String block = repeated();
    first.select(block);
    double y = first.camera().viewportProperty().get().screenY(sheet().box(block).y());
    first.toggleSelected();
    assertEquals(folded + 3, sheet().layout().boxes().size(), "four blocks for one");
    String now = first.selectedProperty().get();
    assertNotEquals("", now, "the first block inside is selected");
    Box box = sheet().box(now);
    assertEquals(
        y, first.camera().viewportProperty().get().screenY(box.y()), 1e-6, "it stays in place");

    first.toggleSelected();
    assertEquals(folded + 7, sheet().layout().boxes().size(), "five operations for a block");
    assertEquals(2, first.around().size());
    first.foldAround();
    first.foldAround();
    assertEquals(folded, sheet().layout().boxes().size());
    assertEquals(block, first.selectedProperty().get());
  }

  @Test
  void allBlocksUnfoldAndFold() {
    open("wide");
    int folded = sheet().layout().boxes().size();
    first.unfoldAll();
    assertEquals(34, sheet().layout().boxes().size());
    first.foldRepeated();
    assertEquals(folded, sheet().layout().boxes().size());
    first.foldAll();
    assertTrue(sheet().layout().boxes().size() <= folded);
  }

  @Test
  void searchCountsAndUnfoldsWhatItGoesTo() {
    open("narrow");
    model.find("CONV");
    assertEquals("9 found", model.searchProperty().get().count());
    model.findNext(1);
    assertEquals("1 of 9", model.searchProperty().get().count());
    assertEquals(part("/stem/Conv"), first.selectedProperty().get());
    model.findNext(1);
    model.findNext(1);
    assertEquals("3 of 9", model.searchProperty().get().count());
    assertEquals(part("/layers/layers.0/conv2/Conv"), first.selectedProperty().get());
    model.findNext(-1);
    model.findNext(-1);
    model.findNext(-1);
    assertEquals("9 of 9", model.searchProperty().get().count(), "round the end");
    assertEquals(part("/layers/layers.3/conv2/Conv"), first.selectedProperty().get());
    model.find("layers.2/");
    assertEquals("5 found", model.searchProperty().get().count());
    model.find("nowhere");
    assertEquals("none", model.searchProperty().get().count());
    model.findNext(1);
    model.find("  ");
    assertEquals("", model.searchProperty().get().count());
    assertEquals(Set.of(), first.selection().foundProperty().get());
  }

  @Test
  void theInspectorSaysWhatAConvolutionIs() {
    open("narrow");
    first.select(part("/stem/Conv"));
    Inspection shown = model.inspectionProperty().get();
    assertEquals("Conv", shown.title());
    assertEquals("/stem/Conv", shown.name());
    assertTrue(rows(shown, "Size").contains(new Row("Parameters", "216")));
    assertTrue(
        rows(shown, "Size").contains(new Row("Multiply-adds", "13,824  (14 k)")),
        "8 x 8 x 8 outputs, each 3 x 3 x 3: " + rows(shown, "Size"));
    assertEquals(
        List.of(new Row("Input 0", "1×3×8×8"), new Row("Output 0", "1×8×8×8")),
        rows(shown, "Shapes"));
    assertTrue(rows(shown, "Attributes").contains(new Row("kernel_shape", "3,3")));
    assertEquals(List.of(new Row("/stem/Conv.weight", "8×3×3×3")), rows(shown, "Weights"));
    assertEquals(1, links(shown, "Comes from").size());
    model.follow(links(shown, "Goes to").get(0));
    assertEquals(repeated(), first.selectedProperty().get());
  }

  @Test
  void theInspectorAddsUpAFoldedBlock() {
    open("narrow");
    first.select(repeated());
    Inspection shown = model.inspectionProperty().get();
    List<Row> size = rows(shown, "Size");
    assertTrue(size.contains(new Row("Repeats", "4 blocks alike")), size.toString());
    assertTrue(size.contains(new Row("Operations", "20")), size.toString());
    assertTrue(size.contains(new Row("Parameters", "4,608")), size.toString());
    assertTrue(size.contains(new Row("Multiply-adds", "294,912  (295 k)")), size.toString());
    assertTrue(rows(shown, "Operations inside").contains(new Row("Conv", "8")));
    first.unfold(repeated());
    List<Link> around = model.inspectionProperty().get().around();
    assertEquals(1, around.size());
    model.follow(around.get(0));
    assertEquals(repeated(), first.selectedProperty().get(), "the link folds it again");
  }

  @Test
  void withoutASelectionTheModelIsDescribed() {
    open("narrow");
    Inspection shown = model.inspectionProperty().get();
    assertEquals("narrow", shown.title());
    assertTrue(rows(shown, "Size").contains(new Row("Parameters", "4,824")));
    assertTrue(
        rows(shown, "Among the architectures")
            .contains(new Row("Cluster", "3, with 41 architectures")));
    model.follow(links(shown, "Nearest architectures").get(0));
    assertEquals("wide", first.graphProperty().get().graph().name());
    assertEquals("", model.searchProperty().get().text());
  }

  @Test
  void keysWalkAlongTheData() {
    open("narrow");
    first.along(1);
    assertEquals(part("image"), first.selectedProperty().get());
    first.along(1);
    assertEquals(part("/stem/Conv"), first.selectedProperty().get());
    first.along(-1);
    assertEquals(part("image"), first.selectedProperty().get());
    first.inOrder(1);
    first.inOrder(1);
    assertEquals(repeated(), first.selectedProperty().get());
    first.inOrder(-1);
    assertEquals(part("/stem/Conv"), first.selectedProperty().get());
    first.select("nothing of the kind");
    assertEquals("", first.selectedProperty().get());
  }

  @Test
  void coloursFollowTheNumbersAndAreReadable() {
    open("narrow");
    first.unfoldAll();
    for (ColourBy by : ColourBy.offered(false, false)) {
      model.colourByProperty().set(by);
      Colouring colouring = model.pair().coloursOf(first).get();
      assertEquals(sheet().layout().boxes().keySet(), colouring.colours().keySet());
      assertEquals(
          sheet().layout().boxes().size(),
          colouring.legend().stream().mapToLong(Colouring.Entry::parts).sum());
      for (Colouring.Entry entry : colouring.legend()) {
        double ground = Colouring.luminance(entry.colour());
        double text = Colouring.luminance(Colouring.textOn(entry.colour()));
        double contrast = (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
        assertTrue(contrast >= 4.5, entry.colour() + " has a contrast of " + contrast);
      }
    }
    model.colourByProperty().set(ColourBy.PARAMETERS);
    Colouring colouring = model.pair().coloursOf(first).get();
    assertNotEquals(
        colouring.colour(part("/stem/Conv")),
        colouring.colour(part("/layers/layers.0/conv1/Conv")));
    assertEquals(
        colouring.colour(part("/layers/layers.0/conv1/Conv")),
        colouring.colour(part("/layers/layers.3/conv2/Conv")));
    assertNotEquals(
        colouring.colour(part("/stem/Conv")), colouring.colour(part("/layers/layers.0/Add")));
  }

  @Test
  void twoGraphsAreAlignedColouredAndMovedTogether() {
    open("narrow");
    model.toggleCompare();
    GraphViewModel second = model.pair().second();
    second.camera().resize(800, 600);
    assertEquals("wide", second.graphProperty().get().graph().name(), "the nearest comes first");
    assertEquals(ColourBy.DIFFERENCE, model.colourByProperty().get());
    SideBySide compared = model.pair().comparisonProperty().get();
    assertEquals(10, compared.comparison().added().size(), "two blocks more");

    first.unfoldAll();
    second.unfoldAll();
    Colouring colours = model.pair().coloursOf(second).get();
    GraphSheet other = second.sheetProperty().get();
    Set<String> alone =
        other.layout().graph().items().stream()
            .filter(item -> colours.mark(item.id()).equals("+"))
            .map(item -> item.node().orElseThrow().name())
            .collect(Collectors.toSet());
    assertEquals(10, alone.size());
    assertTrue(alone.contains("/layers/layers.5/Add"));

    first.select(part("/layers/layers.2/conv1/Conv"));
    assertEquals(
        "/layers/layers.2/conv1/Conv",
        other.item(second.selectedProperty().get()).orElseThrow().node().orElseThrow().name());
    Box here = sheet().box(first.selectedProperty().get());
    first
        .camera()
        .look(first.camera().viewportProperty().get().at(0.7).centredOn(here.x(), here.y() + 10));
    Box there = other.box(second.selectedProperty().get());
    assertEquals(0.7, second.camera().viewportProperty().get().scale(), 1e-9);
    assertEquals(
        there.y() + 10,
        second.camera().viewportProperty().get().centreY(),
        15,
        "the same part is seen");

    model.colourByProperty().set(ColourBy.SUBTREES);
    assertTrue(model.pair().coloursOf(first).get().legend().stream().anyMatch(e -> e.parts() > 0));
    model.toggleCompare();
    assertNull(model.pair().comparisonProperty().get());
    assertNull(second.graphProperty().get());
    assertEquals(ColourBy.KIND, model.colourByProperty().get());
  }

  @Test
  void aDroppedFileIsOpenedAgainWhenDroppedAgain() {
    open("narrow");
    model.open(Path.of("wide.onnx"));
    assertEquals("wide.onnx", first.graphProperty().get().graph().name());
    model.open(Path.of("wide.onnx"));
    assertEquals(List.of("narrow", "wide.onnx", "wide.onnx"), graphs.opened);
    assertFalse(model.titleProperty().get().isEmpty());
  }
}
