package fennec.ui.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout.Box;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Graphs that flow from left to right instead of from top to bottom. */
class FlowDirectionTest extends OpenedArchitecture {

  private Viewport view() {
    return first.camera().viewportProperty().get();
  }

  @Test
  void turningKeepsFoldingSelectionAndPlace() {
    open("wide");
    first.unfold(repeated());
    String seen = part("/layers/layers.3/Add");
    first.select(seen);
    Set<String> open = first.open();
    Box before = sheet().box(seen);
    first.camera().look(view().at(1).centredOn(before.middleX(), before.y()));
    model.directionProperty().set(FlowDirection.RIGHT);
    assertEquals(FlowDirection.RIGHT, sheet().layout().direction());
    assertEquals(open, first.open());
    assertEquals(seen, first.selectedProperty().get());
    Box after = sheet().box(seen);
    assertEquals(view().width() / 2, view().screenX(after.x()), 1e-6, "as far along as before");
    assertEquals(view().height() / 2, view().screenY(after.middleY()), 1e-6, "and across");
    assertEquals("", session.undo().undoNameProperty().get().replace("unfolding a block", ""));
    model.directionProperty().set(FlowDirection.DOWN);
    assertEquals(before, sheet().box(seen));
    assertEquals(view().height() / 2, view().screenY(before.y()), 1e-6);
  }

  @Test
  void aGraphOpensAtItsLeft() {
    model.directionProperty().set(FlowDirection.RIGHT);
    open("wide");
    first.unfoldAll();
    session.selectedModelProperty().set("narrow");
    Box input = sheet().box(part("image"));
    assertEquals(FlowDirection.RIGHT, sheet().layout().direction());
    assertTrue(view().screenX(input.x()) >= 0 && view().screenX(input.x()) < 60, view().toString());
    assertEquals(view().height() / 2, view().screenY(input.middleY()), 60);
  }

  @Test
  void whatWasSeenAsAWholeStillIs() {
    open("wide");
    first.unfoldAll();
    first.camera().fit();
    model.directionProperty().set(FlowDirection.RIGHT);
    assertTrue(view().showsAll(sheet().layout().width(), sheet().layout().height()));
    first.camera().fit();
    assertTrue(view().scale() > 0.3, "the second time its height fits");
    assertTrue(view().left() <= 0 && view().bottom() >= sheet().layout().height());
  }

  @Test
  void pagesGoAlongTheFlow() {
    model.directionProperty().set(FlowDirection.RIGHT);
    open("wide");
    first.unfoldAll();
    first.camera().edge(true);
    Viewport before = view();
    first.camera().page(1);
    assertEquals(before.left() + 0.85 * before.width(), view().left(), 1e-6);
    assertEquals(before.top(), view().top(), 1e-6);
    first.camera().page(-1);
    assertEquals(before.left(), view().left(), 1e-6);
  }

  @Test
  void labelsAndPartsAreFoundAlongTheWholeLength() {
    model.directionProperty().set(FlowDirection.RIGHT);
    open("wide");
    first.unfoldAll();
    VisibleItems visible = sheet().visible();
    sheet()
        .layout()
        .boxes()
        .forEach((id, box) -> assertEquals(id, visible.boxAt(box.middleX(), box.middleY()).get()));
    sheet()
        .layout()
        .routes()
        .forEach(
            line -> {
              var start = line.points().get(0);
              assertTrue(visible.lineAt(start.x() + 2, start.y(), 3).isPresent(), line.toString());
            });
    List<EdgeLabel> labels = EdgeLabel.of(sheet().layout(), visible);
    assertTrue(labels.size() > 30, labels.size() + " labels");
    for (EdgeLabel label : labels) {
      assertTrue(
          !visible.taken(label.x(), label.y() - EdgeLabel.HEIGHT + 2, label.right(), label.y()),
          label.toString());
    }
  }

  @Test
  void twoGraphsMoveTogetherToTheRight() {
    open("narrow");
    model.toggleCompare();
    GraphViewModel second = model.pair().second();
    second.camera().resize(800, 300);
    first.camera().resize(800, 300);
    first.unfoldAll();
    second.unfoldAll();
    model.directionProperty().set(FlowDirection.RIGHT);
    GraphSheet other = second.sheetProperty().get();
    assertEquals(FlowDirection.RIGHT, other.layout().direction());
    Box here = sheet().box(part("/layers/layers.2/conv1/Conv"));
    first.select(part("/layers/layers.2/conv1/Conv"));
    Box there = other.box(second.selectedProperty().get());
    assertNotNull(there);
    first.camera().look(view().at(0.7).centredOn(here.middleX(), here.middleY()));
    Viewport follows = second.camera().viewportProperty().get();
    assertEquals(0.7, follows.scale(), 1e-9);
    assertEquals(there.middleX(), follows.centreX(), 15, "the same part is seen");
    second.camera().look(follows.centredOn(there.middleX() + 40, there.middleY()));
    assertTrue(view().centreX() > here.middleX() + 10, "and the other way");
  }
}
