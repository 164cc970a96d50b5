package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that starts the program gives Java a locale in which it can name any file. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LaunchScriptTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "C, '', '', C.UTF-8",
    "POSIX, '', de_DE.UTF-8, C.UTF-8",
    "'', '', '', C.UTF-8",
    "'', C, de_DE.UTF-8, C.UTF-8",
    "'', '', de_DE.UTF-8, ''",
    "de_DE.UTF-8, C, C, de_DE.UTF-8"
  })
  void aLocaleWithoutCharacterSetIsExchanged(String all, String type, String lang, String given)
      throws Exception {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf %s \"$LC_ALL\"\n");
    assertEquals(true, java.toFile().setExecutable(true));
    ProcessBuilder script =
        new ProcessBuilder("sh", "installer/launch/fennec", "--version")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    script
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                folder.toString(),
                "XDG_CACHE_HOME",
                folder.toString(),
                "LC_ALL",
                all,
                "LC_CTYPE",
                type,
                "LANG",
                lang));
    Process running = script.start();
    String answer = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(true, running.waitFor(1, TimeUnit.MINUTES));
    assertEquals(given, answer);
  }
}
