package fennec.ui.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.io.Settings;
import fennec.ui.FakeProgram;
import fennec.ui.message.RecordingMessages;
import fennec.ui.session.FailedImage;
import fennec.ui.session.Session;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetViewModelTest {

  @TempDir Path folder;

  private final Session session = new Session(() -> 0L);
  private final CurrentThreadTaskRunner tasks = new CurrentThreadTaskRunner();
  private final RecordingMessages messages = new RecordingMessages();
  private final ReadOnlyObjectWrapper<Settings> settings =
      new ReadOnlyObjectWrapper<>(Settings.DEFAULT);
  private final TargetViewModel model =
      new TargetViewModel(session, tasks, messages, settings.getReadOnlyProperty(), settings::set);
  private final FakeProgram program = new FakeProgram(12, List.of());

  @BeforeEach
  void images() throws IOException {
    for (String name : List.of("a.png", "b.png", "c.png")) {
      ImageIO.write(
          new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB),
          "png",
          folder.resolve(name).toFile());
    }
    Files.writeString(folder.resolve("broken.png"), "no picture");
  }

  @Test
  void aFolderIsRankedAndRemembered() {
    model.connect(program);
    model.open(List.of(folder));
    assertEquals(12, session.runProperty().get().recommendation().candidates().size());
    assertEquals(List.of(folder.toString()), settings.get().recent());
    assertEquals(3, model.images().embeddedProperty().get());
    assertNull(model.runningProperty().get());
    assertEquals("3 images used, no classes (none are needed).", model.summaryProperty().get());
    assertTrue(
        model.warningProperty().get().startsWith("Too few images: 3 say little"),
        model.warningProperty().get());
  }

  @Test
  void whatWasKeptFromAnEarlierRunIsSaid() {
    model.connect(program);
    program.kept = Set.of("a.png", "c.png");
    model.open(List.of(folder));
    assertEquals(2, model.images().fromCacheProperty().get());
    assertTrue(
        model.summaryProperty().get().contains("2 of the vectors were kept from earlier"),
        model.summaryProperty().get());
    program.kept = Set.of("a.png", "b.png", "c.png");
    model.again();
    assertEquals(3, model.images().fromCacheProperty().get());
    assertTrue(
        model.summaryProperty().get().contains("nothing was embedded again"),
        model.summaryProperty().get());
  }

  @Test
  void aDamagedImageIsListedAndTheRunGoesOn() {
    model.connect(program);
    model.open(List.of(folder));
    assertEquals(
        List.of(new FailedImage("broken.png", "broken.png is no picture.")),
        model.images().failures());
    assertEquals(ImageState.FAILED, model.images().entries().get(2).stateProperty().get());
  }

  @Test
  void whatIsOpenedBeforeTheProgramIsLoadedWaits() {
    model.open(List.of(folder));
    assertNull(session.runProperty().get());
    model.connect(program);
    assertEquals("auto", session.runProperty().get().encoderChoice());
  }

  @Test
  void aFolderWithoutImagesFailsWithASentence() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    model.connect(program);
    model.open(List.of(empty));
    assertEquals(List.of("There is no readable image in " + empty + "."), tasks.failures);
    assertEquals(tasks.failures.get(0), model.summaryProperty().get());
    assertNull(session.runProperty().get());
  }

  @Test
  void aMissingFolderIsSaidAtOnce() {
    model.connect(program);
    Path gone = folder.resolve("gone");
    model.open(List.of(gone));
    assertEquals(List.of("error|Open|There is no file or folder " + gone + "."), messages.said);
  }

  @Test
  void modelFilesGoToTheArchitecturePaneAndSessionsToTheirOpener() {
    List<Path> opened = new ArrayList<>();
    model.setSessionOpener(opened::add);
    model.open(List.of(Path.of("net.onnx")));
    assertEquals(Path.of("net.onnx"), session.openedArchitectureProperty().get());
    assertEquals("architecture", session.paneProperty().get());
    model.open(List.of(Path.of("yesterday.fennec.json")));
    assertEquals(List.of(Path.of("yesterday.fennec.json")), opened);
  }

  @Test
  void pathsArePastedQuotedOrAsAddresses() {
    model.connect(program);
    model.paste("  \"" + folder + "\"\n");
    assertEquals(List.of(folder), session.runProperty().get().sources());
    model.paste(folder.toUri().toString());
    assertEquals(folder.toString(), settings.get().recent().get(0));
    model.paste("  ");
    assertTrue(messages.said.contains("warning|Paste|The clipboard holds no path."));
  }

  @Test
  void anotherEncoderRanksAgain() {
    model.connect(program);
    model.open(List.of(folder));
    model.chooseEncoder("built-in");
    assertEquals("built-in", session.runProperty().get().encoderChoice());
    assertEquals("built-in", settings.get().encoder());
  }
}
