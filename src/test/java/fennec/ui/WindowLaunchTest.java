package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no window can be opened, one sentence says so and what to do. */
class WindowLaunchTest {

  private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

  @TempDir private Path folder;

  @Test
  void onlyLinuxNeedsTheVariable() {
    assertTrue(WindowLaunch.lacksDisplay(Map.of(), "linux", ""));
    assertTrue(WindowLaunch.lacksDisplay(Map.of("DISPLAY", " "), "linux", ""));
    assertFalse(WindowLaunch.lacksDisplay(DISPLAY, "linux", ""));
    assertFalse(WindowLaunch.lacksDisplay(Map.of(), "linux", "Monocle"));
    assertFalse(WindowLaunch.lacksDisplay(Map.of(), "mac os x", ""));
  }

  @Test
  void eachCauseHasItsRemedy() {
    String unreachable = of("Unable to open DISPLAY", DISPLAY);
    assertTrue(unreachable.contains("DISPLAY=:0 cannot be reached"), unreachable);
    String libraries = of("Unable to load glass GTK library.", DISPLAY);
    assertTrue(libraries.contains("libgtk-3-0"), libraries);
    assertTrue(libraries.contains("(Unable to load glass GTK library)"), libraries);
    String wayland =
        WindowLaunch.explanation(null, Map.of("WAYLAND_DISPLAY", "wayland-0"), "linux");
    assertTrue(wayland.contains("Xwayland"), wayland);
    for (String each : List.of(unreachable, libraries, wayland)) {
      assertTrue(each.contains("fennec rank FOLDER"), each);
      assertEquals(1, each.lines().count());
    }
  }

  private static String of(String message, Map<String, String> environment) {
    return WindowLaunch.explanation(
        new RuntimeException("outer", new UnsupportedOperationException(message)),
        environment,
        "linux");
  }

  /** The real program as a process of its own, as a server would run it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "some.fennec.json", "screenshots"})
  @EnabledOnOs(OS.LINUX)
  void theProgramEndsWithOneSentence(String argument) throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dfennec.config=" + folder.resolve("config"),
            "fennec.Launcher");
    switch (argument) {
      case "" -> {}
      case "screenshots" ->
          program.command().addAll(List.of(argument, folder.resolve("pictures").toString()));
      default -> program.command().add(argument);
    }
    program.environment().remove("DISPLAY");
    program.environment().remove("WAYLAND_DISPLAY");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = program.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    List<String> said = Files.readAllLines(err, StandardCharsets.UTF_8);
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.get(0).startsWith("fennec: The window needs a display"), said.get(0));
    assertEquals(4, process.exitValue());
    assertEquals("", Files.readString(out));
  }
}
