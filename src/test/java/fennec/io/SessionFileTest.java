package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.error.FennecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFileTest {

  private static final SavedSession SESSION =
      new SavedSession(
          List.of("/images/flowers"),
          "auto",
          Map.of("encoder", "built-in:1", "program", "1.0.0"),
          new SavedSession.View(
              0.25, "resnet50", List.of("vit"), List.of(), Map.of("text", "a \"b\"")),
          List.of("vit", "resnet50"));

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws FennecException {
    Path file = folder.resolve("s.fennec.json");
    SessionFile.write(file, SESSION);
    assertEquals(SESSION, SessionFile.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "''             | FILE is no Fennec session: it holds no JSON object.",
        "[1]            | FILE is no Fennec session: it holds no JSON object.",
        "{\"schema\": 1,| FILE is no Fennec session: line 1, column 14 is not JSON.",
        "{\"schema\": 2}| FILE is no Fennec session of schema 1: its \"schema\" is 2.",
        "{\"schema\": 1, \"view\": {\"alpha\": 3}} | FILE: \"view.alpha\" must be a number from 0 to 1, but is 3.",
        "{\"schema\": 1, \"view\": {\"alpha\": 0.5}} | FILE: \"sources\" must be a list of names.",
        "{\"schema\": 1, \"view\": {\"alpha\": 0.5}, \"sources\": []} | FILE: \"sources\" names no folder or image.",
        "{\"schema\": 1, \"view\": {\"alpha\": 0.5}, \"sources\": [7]} | FILE: \"sources\" must be a list of names, but holds 7.",
        "{\"schema\": 1, \"view\": {\"alpha\": 0.5}, \"sources\": [\"a\"]} | FILE: \"stamp\" must be an object.",
      })
  void aDamagedSessionIsToldWithItsPlace(String text, String message) throws IOException {
    Path file = folder.resolve("bad.fennec.json");
    Files.writeString(file, text);
    FennecException failure = assertThrows(FennecException.class, () -> SessionFile.read(file));
    assertEquals(message.replace("FILE", file.toString()), failure.getMessage());
  }

  @Test
  void differencesNameWhatChanged() {
    SavedSession now =
        new SavedSession(
            SESSION.sources(),
            "auto",
            Map.of("encoder", "clip:2", "history pack parc", "a".repeat(64)),
            SESSION.view(),
            List.of("resnet50", "vit"));
    assertEquals(
        List.of(
            "Changed: encoder (was built-in:1, is clip:2).",
            "New: history pack parc.",
            "Gone: program.",
            "The ranking is not the same: 2 of 2 places changed."),
        SESSION.differences(now));
    assertEquals(List.of(), SESSION.differences(SESSION));
  }
}
