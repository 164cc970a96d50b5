package fennec.file;

import java.nio.file.Path;
import java.util.Locale;

/** Where the operating system wants a program to keep what it can make again. */
public final class UserFolders {

  private UserFolders() {}

  /**
   * The folder for caches: the system property {@code fennec.cache} if set, else the environment
   * variable {@code FENNEC_CACHE}, else what the operating system prescribes. It need not exist.
   */
  public static Path cache() {
    String chosen = System.getProperty("fennec.cache", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen);
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home", "."));
    Path prescribed;
    if (system.contains("win")) {
      prescribed =
          variable("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
              .resolve("Fennec")
              .resolve("cache");
    } else if (system.contains("mac")) {
      prescribed = home.resolve("Library").resolve("Caches").resolve("Fennec");
    } else {
      prescribed = variable("XDG_CACHE_HOME", home.resolve(".cache")).resolve("fennec");
    }
    return variable("FENNEC_CACHE", prescribed);
  }

  private static Path variable(String name, Path otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }
}
