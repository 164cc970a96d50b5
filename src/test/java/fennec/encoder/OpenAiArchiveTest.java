package fennec.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.error.FennecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiArchiveTest {

  @TempDir Path folder;

  @Test
  void sizesComeFromTheShapes() throws FennecException {
    Path file = Path.of("src/test/resources/checkpoints/openai-tiny/openai-tiny.pt");
    try (OpenAiArchive archive = OpenAiArchive.open(file)) {
      ClipVisionConfig config = archive.config();
      assertEquals(24, config.imageSide());
      assertEquals(8, config.patchSide());
      assertEquals(2, config.layers());
      assertEquals(64, config.block().width());
      assertEquals(1, config.block().heads());
      assertEquals(128, config.block().inner());
      assertEquals(16, config.projection());
    }
  }

  /** Each pickle is written as Latin-1 text with \xNN for the bytes outside it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      delimiter = '|',
      value = {
        "cos\\x0asystem\\x0a(X\\x02\\x00\\x00\\x00lstR. | it asks for os.system, which no weights"
            + " need; nothing of it was run.",
        "\\x80\\x04\\x8c\\x08builtins\\x8c\\x04eval\\x93\\x8c\\x011\\x85R. | it asks for"
            + " builtins.eval, which no weights need; nothing of it was run.",
        "cjava.lang.Runtime\\x0aexec\\x0a. | it asks for java.lang.Runtime.exec, which no weights"
            + " need; nothing of it was run.",
        "(ios\\x0asystem\\x0a. | it has the instruction 0x69, which no weights need.",
        "(cos\\x0asystem\\x0aX\\x02\\x00\\x00\\x00lso. | it asks for os.system, which no weights"
            + " need; nothing of it was run.",
        "X\\xff\\xff\\xff\\x7fx. | it has a text longer than itself.",
        "\\x8b\\xff\\xff\\xff\\x7f. | it has the instruction 0x8b, which no weights need.",
        "K\\x01Q. | it refers to something that is no tensor storage.",
        "K\\x01}b. | it changes an object that is no module.",
        "K\\x01)R. | its pickle makes no sense.",
        ". | its pickle makes no sense.",
      })
  void aHostilePickleIsRefused(String escaped, String what) throws IOException {
    Path file = archive("evil/data.pkl", bytes(escaped));
    FennecException e = assertThrows(FennecException.class, () -> OpenAiArchive.open(file).close());
    assertEquals(file + " is no sound CLIP archive: " + what, e.getMessage());
  }

  @Test
  void otherArchivesAreToldApart() throws IOException {
    Path empty = archive("a/data.pkl", bytes("}."));
    FennecException e =
        assertThrows(
            FennecException.class,
            () -> {
              try (OpenAiArchive archive = OpenAiArchive.open(empty)) {
                archive.config();
              }
            });
    assertEquals(
        empty
            + " is no archive of a CLIP with a vision transformer: it has no tensor"
            + " \"visual.conv1.weight\" with 4 axes.",
        e.getMessage());
    Path none = archive("a/readme", new byte[0]);
    assertEquals(
        none + " is no sound CLIP archive: it has no data.pkl.",
        assertThrows(FennecException.class, () -> OpenAiArchive.open(none)).getMessage());
    Path text = Files.writeString(folder.resolve("text.pt"), "no zip");
    assertEquals(
        text + " is no sound CLIP archive: zip END header not found.",
        assertThrows(FennecException.class, () -> OpenAiArchive.open(text)).getMessage());
  }

  @Test
  void numbersThatAreNotThereAreMissed() throws IOException {
    // a dictionary with 2 halves whose storage "0" is not in the archive
    String pickle =
        "}X\\x06\\x00\\x00\\x00visual}X\\x14\\x00\\x00\\x00positional_embedding"
            + "ctorch._utils\\x0a_rebuild_tensor_v2\\x0a(("
            + "X\\x07\\x00\\x00\\x00storagectorch\\x0aHalfStorage\\x0aX\\x01\\x00\\x00\\x000"
            + "X\\x03\\x00\\x00\\x00cpuK\\x02tQK\\x00K\\x02\\x85K\\x01\\x85\\x89}tRss.";
    Path file = archive("a/data.pkl", bytes(pickle));
    FennecException e =
        assertThrows(
            FennecException.class,
            () -> {
              try (OpenAiArchive archive = OpenAiArchive.open(file)) {
                archive.floats("vision_model.embeddings.position_embedding.weight");
              }
            });
    assertEquals(
        file
            + " is no sound CLIP archive: the numbers of tensor \"visual.positional_embedding\" are"
            + " not all there.",
        e.getMessage());
  }

  private Path archive(String entry, byte[] content) throws IOException {
    Path file = Files.createTempFile(folder, "archive", ".pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
      zip.closeEntry();
    }
    return file;
  }

  private static byte[] bytes(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.startsWith("\\x", i)) {
        text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        text.append(escaped.charAt(i));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
