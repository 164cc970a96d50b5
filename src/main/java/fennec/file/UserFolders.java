package fennec.file;

import java.nio.file.Path;
import java.util.Locale;

/** Where the operating system wants a program to keep a user's files. */
public final class UserFolders {

  private UserFolders() {}

  /**
   * The folder for caches: the system property {@code fennec.cache} if set, else the environment
   * variable {@code FENNEC_CACHE}, else what the operating system prescribes. It need not exist.
   */
  public static Path cache() {
    String chosen = System.getProperty("fennec.cache", "");
    return chosen.isBlank() ? variable("FENNEC_CACHE", prescribedCache()) : Path.of(chosen);
  }

  private static Path prescribedCache() {
    Path home = home();
    if (runsOn("win")) {
      return variable("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
          .resolve("Fennec")
          .resolve("cache");
    }
    if (runsOn("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("Fennec");
    }
    return variable("XDG_CACHE_HOME", home.resolve(".cache")).resolve("fennec");
  }

  /**
   * The folder for settings: the system property {@code fennec.config} if set, else what the
   * operating system prescribes. It need not exist.
   */
  public static Path configuration() {
    String chosen = System.getProperty("fennec.config", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen);
    }
    Path home = home();
    if (runsOn("win")) {
      return variable("APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("Fennec");
    }
    if (runsOn("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Fennec");
    }
    return variable("XDG_CONFIG_HOME", home.resolve(".config")).resolve("fennec");
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", "."));
  }

  private static boolean runsOn(String system) {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains(system);
  }

  private static Path variable(String name, Path otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }
}
