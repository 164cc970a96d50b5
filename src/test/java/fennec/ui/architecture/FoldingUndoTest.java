package fennec.ui.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fennec.architecture.GraphLayout.Box;
import fennec.ui.session.UndoHistory;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Taking foldings and unfoldings of a graph back and making them again. */
class FoldingUndoTest extends OpenedArchitecture {

  private final UndoHistory history = session.undo();

  private void openFresh(String name) {
    open(name);
    history.clear();
  }

  @Test
  void eachUnfoldingAndFoldingIsAStepWithAName() {
    openFresh("narrow");
    Set<String> folded = first.open();
    String block = repeated();
    first.unfold(block);
    first.unfold(sheet().itemOf(2).orElseThrow());
    Set<String> both = first.open();
    assertEquals(folded.size() + 2, both.size());
    assertEquals("unfolding a block", history.undoNameProperty().get());
    first.fold(block);
    assertEquals("folding a block", history.undoNameProperty().get());
    first.unfoldAll();
    assertEquals("unfolding all blocks", history.undoNameProperty().get());
    first.foldRepeated();
    assertEquals("folding repeated blocks", history.undoNameProperty().get());
    history.undo();
    assertEquals("folding repeated blocks", history.redoNameProperty().get());
    first.foldAll();
    assertEquals("folding all blocks", history.undoNameProperty().get());
    history.undo();
    assertEquals(first.graphProperty().get().folding().blocks(), first.open());
    history.undo();
    history.undo();
    assertEquals(both, first.open(), "two quick unfoldings are two steps");
    history.undo();
    history.undo();
    assertEquals(folded, first.open());
    assertEquals("", history.undoNameProperty().get());
    history.redo();
    history.redo();
    assertEquals(both, first.open());
  }

  @Test
  void whatChangesNothingIsNoStep() {
    openFresh("narrow");
    first.foldRepeated();
    first.unfold(part("image"));
    model.find("stem");
    model.findNext(1);
    assertEquals("", history.undoNameProperty().get());
    model.find("layers.2/conv1");
    model.findNext(1);
    assertEquals("unfolding a block", history.undoNameProperty().get(), "for what was found");
    history.undo();
    assertEquals(first.graphProperty().get().folding().openAtFirst(), first.open());
  }

  @Test
  void theViewStaysWhereTheUserLooks() {
    openFresh("wide");
    first.unfoldAll();
    first.select("");
    String seen = part("/layers/layers.4/Add");
    Box box = sheet().box(seen);
    first.camera().look(first.camera().viewportProperty().get().centredOn(box.x(), box.y()));
    double before = first.camera().viewportProperty().get().screenY(box.y());
    history.undo();
    Box block = sheet().box(part("/layers/layers.4/Add"));
    Viewport view = first.camera().viewportProperty().get();
    assertEquals(before, view.screenY(block.y()), 100, "the block around it is there instead");
    first.camera().look(view.at(0.9));
    double now = first.camera().viewportProperty().get().screenY(block.y());
    history.redo();
    double unfolded =
        first
            .camera()
            .viewportProperty()
            .get()
            .screenY(sheet().box(part("/layers/layers.0/conv1/Conv")).y());
    assertEquals(now, unfolded, 1e-6, "its first part");
    assertEquals(0.9, first.camera().viewportProperty().get().scale(), 1e-9);
  }

  @Test
  void aSelectionOutOfSightDoesNotMoveTheView() {
    openFresh("wide");
    first.unfoldAll();
    first.select(part("image"));
    Box box = sheet().box(part("/layers/layers.5/Add"));
    first.camera().look(first.camera().viewportProperty().get().centredOn(box.x(), box.y()));
    history.undo();
    double block = sheet().box(part("/layers/layers.5/Add")).y();
    assertEquals(300, first.camera().viewportProperty().get().screenY(block), 100);
  }

  @Test
  void stepsOfAGraphGoWithIt() {
    openFresh("narrow");
    first.unfoldAll();
    first.foldAll();
    history.undo();
    session.alphaProperty().set(0.9);
    first.foldAll();
    session.selectedModelProperty().set("wide");
    Set<String> opened = first.open();
    assertEquals("selected model", history.undoNameProperty().get());
    assertEquals("", history.redoNameProperty().get());
    history.undo();
    assertEquals("narrow", first.graphProperty().get().graph().name());
    assertEquals("alpha", history.undoNameProperty().get(), "foldings before are gone");
    history.undo();
    assertEquals("", history.undoNameProperty().get());
    history.redo();
    history.redo();
    assertEquals("wide", first.graphProperty().get().graph().name());
    assertEquals(opened, first.open());
  }

  @Test
  void theSecondGraphHasStepsOfItsOwn() {
    openFresh("narrow");
    model.toggleCompare();
    GraphViewModel second = model.pair().second();
    Set<String> before = second.open();
    second.unfoldAll();
    first.unfoldAll();
    history.undo();
    assertEquals(second.graphProperty().get().folding().blocks(), second.open());
    history.undo();
    assertEquals(before, second.open());
    history.redo();
    model.toggleCompare();
    assertEquals("", history.undoNameProperty().get(), "gone with the second graph");
    history.redo();
    assertEquals(first.graphProperty().get().folding().blocks(), first.open());
  }
}
