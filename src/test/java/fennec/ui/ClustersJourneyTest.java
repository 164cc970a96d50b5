package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Work;
import fennec.ui.clusters.MapKind;
import fennec.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** One way through the map: lasso, keys, legend, clusters, the network. */
class ClustersJourneyTest extends WindowJourney {

  private volatile Path images;

  @Override
  protected Work<Services> services() throws Exception {
    images = TestImages.folder(folder.resolve("flowers"), 3);
    FakeProgram program = new FakeProgram(120, List.of());
    return progress -> program.services();
  }

  @Test
  void lassoKeysLegendClustersNetwork() throws Exception {
    fx(() -> window.panes().target().open(List.of(images)));
    Session session = window.context().session();
    until("ranked", () -> session.runProperty().get() != null);
    fx(() -> session.paneProperty().set("clusters"));
    until("map", () -> window.panes().clustered().pointsProperty().get().size() > 24);
    until("legend", () -> window.panes().clustered().legend().entriesProperty().get().size() == 10);

    robot.clickOn("#clusters-lasso");
    assertTrue(node("clusters-rule").isVisible(), "the closing rule is said");
    Node map = node("clusters-map");
    Bounds on = map.localToScreen(map.getBoundsInLocal());
    robot.moveTo(on.getMinX() + 3, on.getMinY() + 3).press(MouseButton.PRIMARY);
    robot.moveTo(on.getMaxX() - 3, on.getMinY() + 3);
    robot.moveTo(on.getMaxX() - 3, on.getMaxY() - 3);
    robot.moveTo(on.getMinX() + 3, on.getMaxY() - 3).release(MouseButton.PRIMARY);
    until("selected", () -> session.subsetProperty().get() != null);
    assertEquals(103, session.subsetProperty().get().models().size());
    assertEquals("103 / 109 selected", node("clusters-selected", Label.class).getText());

    assertTrue(node("clusters-rule").isVisible(), "the lasso is kept for the next line");
    fx(map::requestFocus);
    robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    until("nothing selected", () -> session.subsetProperty().get() == null);
    String before = session.selectedModelProperty().get();
    robot.type(KeyCode.LEFT, KeyCode.UP, KeyCode.ENTER);
    until("chosen", () -> !session.selectedModelProperty().get().equals(before));
    robot.type(KeyCode.C);
    until("class", () -> session.subsetProperty().get() != null);
    int few = session.subsetProperty().get().models().size();
    fx(() -> session.paneProperty().set("ranking"));
    assertEquals(few, node("ranking-table", TableView.class).getItems().size());
    fx(() -> session.paneProperty().set("clusters"));

    fx(() -> node("clusters-count", Spinner.class).decrement(6));
    until(
        "ranked with four clusters",
        () -> session.runProperty().get().provenance().settings().clusters() == 4);
    until("four", () -> window.panes().clustered().legend().entriesProperty().get().size() == 4);

    robot.clickOn("#clusters-neighbours");
    until(
        "network",
        () -> window.panes().clustered().drawing().shownProperty().get() == MapKind.NEIGHBOURS);
    assertNotEquals("", node("clusters-note", Label.class).getText());
    robot.scroll(2, VerticalDirection.UP);
    robot.clickOn("#clusters-fit");
  }
}
