package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Work;
import fennec.ui.session.Session;
import fennec.ui.tasks.RowOrder;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** One way through the tasks: list, matrix by keys, order, residuals. */
class TasksJourneyTest extends WindowJourney {

  private volatile Path images;

  @Override
  protected Work<Services> services() throws Exception {
    images = TestImages.folder(folder.resolve("flowers"), 3);
    FakeProgram program = new FakeProgram(50, List.of());
    return progress -> program.services();
  }

  @Test
  void listMatrixOrderResiduals() throws Exception {
    Session session = window.context().session();
    fx(() -> session.paneProperty().set("tasks"));
    assertTrue(node("tasks-empty").isVisible());
    fx(() -> window.panes().target().open(List.of(images)));
    until("tasks", () -> window.panes().history().rowsProperty().get().size() == 5);
    assertEquals(5, node("tasks-list", TableView.class).getItems().size());
    until(
        "factors", () -> window.panes().history().rowsProperty().get().get(0).factors().length > 0);

    Node matrix = node("tasks-matrix");
    fx(matrix::requestFocus);
    fx(() -> session.selectedModelProperty().set(""));
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT);
    Label cell = node("tasks-cell", Label.class);
    String name = window.panes().history().matrixProperty().get().rowName(1);
    assertTrue(cell.getText().startsWith(name), cell.getText());
    robot.type(KeyCode.ENTER);
    until("chosen", () -> session.selectedModelProperty().get().equals(name));

    fx(() -> window.panes().history().rowOrderProperty().set(RowOrder.NAME));
    assertEquals("convnext_00000.in1k", window.panes().history().matrixProperty().get().rowName(0));
    robot.clickOn("#tasks-residuals");
    until("residuals", () -> window.panes().history().showsResiduals());
    assertTrue(node("tasks-error", Label.class).getText().contains("root mean square"));
    robot.type(KeyCode.F);
  }
}
