package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.PlaneMap;
import fennec.progress.Work;
import fennec.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** One way through the map of the user's images: lasso, list, undo, UMAP, ranking a part. */
class ImagesJourneyTest extends WindowJourney {

  private volatile Path images;

  @Override
  protected Work<Services> services() throws Exception {
    images = TestImages.folder(folder.resolve("flowers"), 6);
    FakeProgram program = new FakeProgram(50, List.of());
    return progress -> program.services();
  }

  @Test
  void lassoListUndoUmapRank() throws Exception {
    fx(() -> window.panes().target().open(List.of(images)));
    Session session = window.context().session();
    until("ranked", () -> session.runProperty().get() != null);
    fx(() -> session.paneProperty().set("tasks"));
    robot.clickOn("#tasks-view-images");
    until("map", () -> window.panes().imageMap().placesProperty().get().size() == 6);
    assertEquals("6 images", node("images-selected", Label.class).getText());

    robot.clickOn("#images-lasso");
    assertTrue(node("images-rule").isVisible(), "the closing rule is said");
    Node map = node("images-map");
    Bounds on = map.localToScreen(map.getBoundsInLocal());
    robot.moveTo(on.getMinX() + 3, on.getMinY() + 3).press(MouseButton.PRIMARY);
    robot.moveTo(on.getMaxX() - 3, on.getMinY() + 3);
    robot.moveTo(on.getMaxX() - 3, on.getMaxY() - 3);
    robot.moveTo(on.getMinX() + 3, on.getMaxY() - 3).release(MouseButton.PRIMARY);
    until("selected", () -> window.panes().imageMap().selectionProperty().get().size() == 6);
    assertEquals("6 / 6 selected", node("images-selected", Label.class).getText());
    assertEquals(6, node("images-list", ListView.class).getItems().size());

    fx(() -> session.undo().undo());
    until("undone", () -> window.panes().imageMap().selectionProperty().get().isEmpty());
    fx(map::requestFocus);
    robot.type(KeyCode.L, KeyCode.DOWN, KeyCode.ENTER, KeyCode.C);
    until("by keys", () -> window.panes().imageMap().selectionProperty().get().size() == 6);

    robot.clickOn("#images-umap");
    until("UMAP", () -> window.panes().imageMap().shownProperty().get() == PlaneMap.Way.UMAP);
    robot.clickOn("#images-pictures");
    robot.clickOn("#button-images-rank");
    until(
        "ranked again",
        () -> window.panes().target().nameProperty().get().equals("6 files in flowers"));
  }
}
