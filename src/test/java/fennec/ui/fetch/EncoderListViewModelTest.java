package fennec.ui.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.EncoderFiles;
import fennec.error.FennecException;
import fennec.hub.EncoderCatalogue;
import fennec.hub.HubEnvironment;
import fennec.progress.Progress;
import fennec.ui.message.RecordingMessages;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listing, checking, copying and deleting encoders, on real files and without a toolkit. */
class EncoderListViewModelTest {

  private static final String NAME = EncoderCatalogue.read().entries().get(0).name();
  private static final String REPOSITORY = EncoderCatalogue.read().entries().get(0).repository();

  private final RecordingMessages messages = new RecordingMessages();
  private int changed;

  @TempDir private Path folder;
  private Path snapshot;
  private EncoderListViewModel model;

  @BeforeEach
  void fetched() throws Exception {
    Path home = folder.resolve("hub").resolve("models--" + REPOSITORY.replace("/", "--"));
    snapshot = Files.createDirectories(home.resolve("snapshots").resolve("c1"));
    Files.createDirectories(home.resolve("refs"));
    Files.writeString(home.resolve("refs").resolve("main"), "c1");
    Files.writeString(snapshot.resolve("config.json"), "{}");
    Files.writeString(snapshot.resolve("preprocessor_config.json"), "{}");
    Files.write(snapshot.resolve("model.safetensors"), new byte[3_000_000]);
    EncoderFiles files =
        new EncoderFiles(
            HubEnvironment.of(Map.of("HF_HUB_CACHE", folder.resolve("hub").toString()), folder));
    model =
        new EncoderListViewModel(
            new CurrentThreadTaskRunner(),
            messages,
            () -> new PlainKeeping(files),
            () -> changed++);
    model.refresh();
  }

  /** The files without the program around them. */
  private record PlainKeeping(EncoderFiles files) implements EncoderKeeping {
    @Override
    public List<KeptEncoder> kept() throws FennecException {
      return files.list().stream()
          .map(
              each ->
                  new KeptEncoder(
                      each.name(),
                      each.title(),
                      each.licence(),
                      each.folder().map(Path::toString).orElse(""),
                      each.bytes()))
          .toList();
    }

    @Override
    public String check(String encoder, Progress progress) throws FennecException {
      return "damaged " + files.check(encoder, progress);
    }

    @Override
    public String copy(String encoder, Path target, Progress progress) throws FennecException {
      return files.copy(encoder, target, progress).toString();
    }

    @Override
    public String remove(String encoder) throws FennecException {
      return files.remove(encoder) + " bytes";
    }
  }

  private KeptEncoder here() {
    return model.encoders().get(0);
  }

  @Test
  void theListSaysWhatIsHereAndHowLarge() {
    assertEquals(EncoderCatalogue.read().entries().size(), model.encoders().size());
    assertEquals(3_000_004, here().bytes());
    assertTrue(here().facts().startsWith("3.0 MB, "), here().facts());
    assertFalse(model.encoders().get(1).here());
    assertTrue(model.encoders().get(1).facts().startsWith("not here"));
  }

  @Test
  void aCopyHoldsTheSameFiles() throws IOException {
    model.copy(here(), folder.resolve("stick"));
    Path copy = folder.resolve("stick").resolve(NAME);
    assertEquals(
        "info|Copying " + here().title() + "|" + copy, messages.said.get(messages.said.size() - 1));
    for (String file : List.of("config.json", "preprocessor_config.json", "model.safetensors")) {
      assertEquals(-1, Files.mismatch(snapshot.resolve(file), copy.resolve(file)), file);
    }
  }

  @Test
  void checkingTellsWhatIsFound() {
    model.check(here());
    assertEquals("info|Checking " + here().title() + "|damaged []", messages.said.get(0));
  }

  @Test
  void deletingFreesTheDiskAndIsTold() {
    model.remove(here());
    assertFalse(Files.exists(snapshot));
    assertFalse(here().here());
    assertEquals(1, changed);
    assertTrue(messages.said.get(0).contains("bytes"), messages.said.get(0));
  }
}
