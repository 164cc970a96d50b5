package fennec.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.io.Settings;
import fennec.ui.FakeProgram;
import fennec.ui.message.RecordingMessages;
import fennec.ui.session.ModelFilter;
import fennec.ui.session.Session;
import fennec.ui.target.TargetViewModel;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {

  @TempDir Path temporary;

  private final Session session = new Session(() -> 0L);
  private final CurrentThreadTaskRunner tasks = new CurrentThreadTaskRunner();
  private final RecordingMessages messages = new RecordingMessages();
  private final ReadOnlyObjectWrapper<Settings> settings =
      new ReadOnlyObjectWrapper<>(Settings.DEFAULT);
  private final TargetViewModel target =
      new TargetViewModel(session, tasks, messages, settings.getReadOnlyProperty(), settings::set);
  private final FakeProgram program = new FakeProgram(40, List.of());
  private final ExportViewModel model =
      new ExportViewModel(
          session, target, tasks, messages, () -> program.services().export(), settings::get);
  private Path folder;

  @BeforeEach
  void rank() throws IOException {
    folder = Files.createDirectory(temporary.resolve("images"));
    picture("a.png");
    picture("b.png");
    target.connect(program);
    target.open(List.of(folder));
  }

  private void picture(String name) throws IOException {
    ImageIO.write(
        new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", folder.resolve(name).toFile());
  }

  @Test
  void exportsAtThePresentAlpha() throws IOException {
    session.alphaProperty().set(1);
    Path file = temporary.resolve("out.csv");
    model.export(file);
    String best =
        session.runProperty().get().recommendation().ranking(1).models().get(0).model().name();
    assertTrue(Files.readString(file).startsWith("rank,model\n1," + best + "\n"));
  }

  @Test
  void aReopenedSessionIsTheSame() {
    session.alphaProperty().set(0.25);
    session.togglePin("vit_00035.in1k");
    session.filterProperty().set(ModelFilter.NONE.withFamilies(Set.of("ViT")).withMemory(8));
    ModelFilter filter = session.filterProperty().get();
    Path file = temporary.resolve("s.fennec.json");
    model.save(file);
    session.alphaProperty().set(0.9);
    session.togglePin("vit_00035.in1k");
    session.filterProperty().set(ModelFilter.NONE);
    target.open(List.of(file));
    assertEquals(0.25, session.alphaProperty().get());
    assertEquals(filter, session.filterProperty().get());
    assertEquals(List.of("vit_00035.in1k"), session.pinnedProperty().get());
    assertEquals(
        "info|Session opened|s.fennec.json gives the same ranking as saved.",
        messages.said.get(messages.said.size() - 1));
  }

  @Test
  void aReopenedSessionSaysWhatChanged() throws IOException {
    Path file = temporary.resolve("s.fennec.json");
    model.save(file);
    picture("c.png");
    model.open(file);
    String said = messages.said.get(messages.said.size() - 1);
    assertTrue(said.startsWith("warning|This session is not as it was saved|"), said);
    assertTrue(said.contains("Changed: images (was 2 used, 0 left out, is 3 used, 0 left out)."));
  }

  @Test
  void aSessionWhoseFolderIsGoneSaysWhich() throws IOException {
    Path file = temporary.resolve("s.fennec.json");
    model.save(file);
    Files.delete(folder.resolve("a.png"));
    Files.delete(folder.resolve("b.png"));
    Files.delete(folder);
    model.open(file);
    assertEquals(
        List.of(
            "The session "
                + file
                + " ranks "
                + folder
                + ", which is not there any more; put it back or open another folder."),
        tasks.failures);
  }
}
