package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Work;
import fennec.ui.target.SampleTask;
import fennec.ui.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * One way through the task pane: a sample task, Cancel in mid-run, again to the end; the palette.
 */
class TargetJourneyTest extends WindowJourney {

  private FakeProgram program;

  @Override
  protected Work<Services> services() throws Exception {
    Path images = TestImages.folder(folder.resolve("flowers"), 6);
    Files.writeString(images.resolve("broken.png"), "no picture", StandardCharsets.UTF_8);
    program = new FakeProgram(30, List.of(new SampleTask("Flowers", images, 7, 1, List.of())));
    return progress -> program.services();
  }

  @Test
  void aSampleIsCancelledThenRankedToTheEnd() throws Exception {
    program.halfWay = new CountDownLatch(1);
    robot.clickOn("#sample-flowers");
    until("running", () -> window.panes().target().runningProperty().get() != null);
    until("half embedded", () -> window.panes().target().images().embeddedProperty().get() >= 2);
    robot.clickOn("#run-cancel");
    until("cancelled", () -> window.panes().target().runningProperty().get() == null);
    assertNull(window.context().session().runProperty().get());
    assertTrue(node("run-summary", Labeled.class).getText().startsWith("Cancelled."));
    assertTrue(
        top("start-recent") < top("start-samples"), "samples come later and may move nothing");

    program.halfWay = null;
    robot.clickOn("#run-again");
    until("ranked", () -> window.context().session().runProperty().get() != null);
    assertEquals("6 of 7 embedded", node("image-count", Labeled.class).getText());
    assertEquals("1 file left out", node("failures", Labeled.class).getText());
    assertEquals("flowers", node("run-name", Labeled.class).getText());
  }

  private double top(String id) {
    return node(id).localToScene(0, 0).getY();
  }

  @Test
  void thePaletteFindsAndRunsACommand() throws Exception {
    fx(() -> window.context().appearance().themeProperty().set(Theme.LIGHT));
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
    until("open", () -> node("command-palette").isVisible());
    fx(() -> node("command-query", TextField.class).setText("dark"));
    robot.type(KeyCode.ENTER);
    until("dark", () -> window.context().appearance().darkProperty().get());
    assertEquals("dark", window.model().settingsProperty().get().theme());
  }
}
