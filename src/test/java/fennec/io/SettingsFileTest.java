package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fennec.error.FennecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws FennecException {
    SettingsFile file = new SettingsFile(folder.resolve("config/settings.json"));
    Settings settings =
        new Settings(
            "dark",
            new Settings.WindowPlace(10, 20, 1200, 800, true, 0.3),
            List.of("/a", "/b"),
            "clip:/weights",
            false,
            false,
            new RankOptions("paper", 7, List.of("parc"), "all", "cuda:1", true),
            List.of("gmacs", "family"),
            "right");
    file.write(settings);
    assertEquals(settings, file.read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"schema\": 99, \"theme\": \"dark\"}"})
  void aDamagedFileCountsAsAbsent(String text) throws IOException {
    Path path = folder.resolve("settings.json");
    Files.writeString(path, text);
    assertEquals(Settings.DEFAULT, new SettingsFile(path).read());
  }

  @Test
  void recentFoldersAreFewAndDifferentWithTheLatestFirst() {
    Settings settings = Settings.DEFAULT;
    for (int i = 0; i < 14; i++) {
      settings = settings.withRecent("/f" + i);
    }
    settings = settings.withRecent("/f9");
    assertEquals(Settings.MOST_RECENT, settings.recent().size());
    assertEquals(List.of("/f9", "/f13", "/f12"), settings.recent().subList(0, 3));
  }
}
