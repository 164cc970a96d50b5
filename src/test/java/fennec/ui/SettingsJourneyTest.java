package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fennec.progress.Work;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The settings open by keyboard, and what is chosen is remembered. */
class SettingsJourneyTest extends WindowJourney {

  @Override
  protected Work<Services> services() {
    FakeProgram program = new FakeProgram(20, List.of());
    return progress -> program.services();
  }

  @Test
  @SuppressWarnings("unchecked") // the box holds names of methods
  void chooseAnotherMethod() throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    until("the dialog", () -> robot.lookup("#settings-dialog").tryQuery().isPresent());
    fx(() -> node("settings-method", ComboBox.class).setValue("paper"));
    robot.clickOn("#settings-pack-first");
    DialogPane dialog = node("settings-dialog", DialogPane.class);
    fx(
        () ->
            ((javafx.scene.control.Button) dialog.lookupButton(dialog.getButtonTypes().get(0)))
                .fire());
    until(
        "remembered",
        () -> window.model().settingsProperty().get().ranking().method().equals("paper"));
    assertEquals(
        List.of("first", "second", "third"),
        window.model().settingsProperty().get().ranking().history());
    assertEquals(0.5, window.context().session().alphaProperty().get());
    double mark = node("alpha-mark").getBoundsInParent().getCenterX();
    double width = node("alpha").getBoundsInParent().getWidth();
    assertEquals(0.5, mark / width, 0.01, "the mark follows the method");
  }
}
