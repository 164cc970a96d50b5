package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Work;
import fennec.ui.session.TargetRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.controlsfx.control.GridView;
import org.junit.jupiter.api.Test;

/** What must not slow the window down or lose anything in it. */
class HardCasesJourneyTest extends WindowJourney {

  private static final int MANY = 20_000;

  @Override
  protected Work<Services> services() {
    FakeProgram program = new FakeProgram(20, List.of());
    return progress -> program.services();
  }

  private TargetRun ranked(Path images) throws Exception {
    fx(() -> window.panes().target().open(List.of(images)));
    until("ranked", () -> window.context().session().runProperty().get() != null);
    return window.context().session().runProperty().get();
  }

  @Test
  void twentyThousandImagesTakeFewCells() throws Exception {
    Path images = TestImages.folder(folder.resolve("many"), 1);
    for (int i = 1; i < MANY; i++) {
      Files.createFile(images.resolve("empty" + i + ".png"));
    }
    ranked(images);
    until(
        "all are listed",
        () ->
            window.panes().target().images().entries().size() == MANY
                && node("thumbnails", GridView.class).getItems().size() == MANY);
    int cells = robot.lookup("#thumbnails .grid-cell").queryAll().size();
    assertTrue(cells > 0 && cells < 400, cells + " cells");
    assertEquals(MANY - 1, window.panes().target().images().failures().size());
  }

  @Test
  void aDamagedSessionFileIsToldAndLosesNothing() throws Exception {
    TargetRun run = ranked(TestImages.folder(folder.resolve("few"), 3));
    fx(() -> window.context().session().alphaProperty().set(0.4));
    Path damaged = Files.writeString(folder.resolve("damaged.fennec.json"), "{\"schema\": 1, ");
    fx(() -> window.panes().target().open(List.of(damaged)));
    until("told", () -> robot.lookup(".message.danger").tryQuery().isPresent());
    assertEquals(run, window.context().session().runProperty().get());
    assertEquals(0.4, window.context().session().alphaProperty().get());
    assertEquals("{\"schema\": 1, ", Files.readString(damaged));
  }
}
