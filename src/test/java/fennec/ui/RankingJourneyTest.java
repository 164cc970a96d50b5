package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Work;
import fennec.recommend.RecommenderSettings;
import fennec.ui.ranking.RowSlot;
import fennec.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** One way through the ranking: rank, move alpha, filter, pin, compare, copy, undo. */
class RankingJourneyTest extends WindowJourney {

  @Override
  protected Work<Services> services() throws Exception {
    Path images = TestImages.folder(folder.resolve("flowers"), 4);
    FakeProgram program = new FakeProgram(400, List.of());
    return progress -> {
      opened = images;
      return program.services();
    };
  }

  private volatile Path opened;

  @SuppressWarnings("unchecked") // the table holds slots
  private TableView<RowSlot> table() {
    return (TableView<RowSlot>) node("ranking-table");
  }

  @Test
  void rankMoveFilterPinCompareCopyUndo() throws Exception {
    assertTrue(node("ranking-empty").isVisible());
    fx(() -> window.panes().target().open(List.of(opened)));
    Session session = window.context().session();
    until("ranked", () -> session.runProperty().get() != null);
    until("400 rows", () -> table().getItems().size() == 400);

    String best = table().getItems().get(0).row().name();
    fx(() -> node("alpha").requestFocus());
    robot.type(KeyCode.RIGHT, 3);
    assertEquals(
        RecommenderSettings.DEFAULT.method().defaultAlpha() + 0.03,
        session.alphaProperty().get(),
        1e-9);
    fx(() -> node("alpha", Slider.class).setValue(1));
    assertFalse(best.equals(table().getItems().get(0).row().name()));
    assertTrue(table().getItems().stream().anyMatch(slot -> slot.row().moved() > 0));

    fx(() -> node("ranking-search", TextField.class).setText("swin"));
    assertTrue(table().getItems().stream().allMatch(slot -> slot.row().name().startsWith("swin")));
    fx(() -> table().getSelectionModel().select(2));
    String chosen = session.selectedModelProperty().get();
    assertEquals(table().getItems().get(2).row().name(), chosen);
    until("reasons", () -> window.panes().ranked().explanationProperty().get() != null);

    fx(() -> window.context().actions().find("ranking.pin").orElseThrow().run());
    assertEquals(chosen, table().getItems().get(0).row().name());
    fx(() -> window.context().actions().find("ranking.compare").orElseThrow().run());
    assertTrue(node("compare").isVisible());
    fx(() -> window.context().actions().find("ranking.copy-python").orElseThrow().run());
    String[] copied = new String[1];
    fx(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertEquals(
        "import timm; model = timm.create_model(\"" + chosen + "\", pretrained=True)", copied[0]);

    fx(() -> session.undo().undo());
    assertEquals(List.of(), session.comparedProperty().get());
    fx(() -> session.undo().undo());
    assertEquals(List.of(), session.pinnedProperty().get());
    fx(() -> session.undo().undo());
    assertNotEquals(chosen, session.selectedModelProperty().get());
    fx(() -> session.undo().undo());
    assertEquals(400, table().getItems().size());
  }

  @Test
  void everyControlCanBeReachedAndNamed() throws Exception {
    fx(() -> window.panes().target().open(List.of(opened)));
    until("ranked", () -> window.context().session().runProperty().get() != null);
    for (Node each : robot.lookup(".button").queryAll()) {
      if (each instanceof javafx.scene.control.Button button && button.isVisible()) {
        boolean named =
            (button.getText() != null && !button.getText().isEmpty())
                || (button.getAccessibleText() != null && !button.getAccessibleText().isEmpty());
        assertTrue(named, "a button without a name: " + button.getId());
      }
    }
    Tooltip tooltip = node("button-edit-undo", javafx.scene.control.Button.class).getTooltip();
    assertTrue(tooltip.getText().contains("Z"), tooltip.getText());
  }
}
