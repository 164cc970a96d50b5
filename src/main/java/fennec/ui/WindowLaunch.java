package fennec.ui;

import fennec.error.NoWindowException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * Starts JavaFX, and says in one sentence why that is not possible here and what to do instead.
 * JavaFX itself answers with a stack trace.
 */
final class WindowLaunch {

  /** Held so that its filter is not forgotten. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final String INSTEAD =
      "work in the terminal instead, for example \"fennec rank FOLDER\"";

  private WindowLaunch() {}

  /**
   * Runs {@code application} until its window is closed.
   *
   * @throws NoWindowException if no window can be opened here
   */
  static void run(Class<? extends Application> application, String... args)
      throws NoWindowException {
    // JavaFX on the class path, as here, works; only that warning is of no use to anybody
    JAVAFX.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
    if (lacksDisplay(System.getenv(), osName(), System.getProperty("glass.platform", ""))) {
      throw new NoWindowException(explanation(null, System.getenv(), osName()), null);
    }
    try {
      Application.launch(application, args);
    } catch (RuntimeException | LinkageError e) {
      if (STARTED.get()) {
        throw e;
      }
      throw new NoWindowException(explanation(e, System.getenv(), osName()), e);
    }
  }

  /** Tells that JavaFX is up; what fails from now on has another cause. */
  static void started() {
    STARTED.set(true);
  }

  private static String osName() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }

  /** Whether JavaFX, which draws on Linux through X11 only, need not be tried. */
  static boolean lacksDisplay(Map<String, String> environment, String os, String platform) {
    return os.contains("linux")
        && platform.isEmpty()
        && environment.getOrDefault("DISPLAY", "").isBlank();
  }

  /** One sentence for {@code failure}, or for the lack of a display if it is null. */
  static String explanation(Throwable failure, Map<String, String> environment, String os) {
    if (!os.contains("linux")) {
      return "The window cannot be opened here (" + said(failure) + "); " + INSTEAD + ".";
    }
    String display = environment.getOrDefault("DISPLAY", "");
    if (display.isBlank()) {
      return environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
          ? "The window needs a display and there is none (DISPLAY is not set); "
              + INSTEAD
              + ", or log in on a desktop or by \"ssh -X\"."
          : "The window needs X11 and this Wayland session offers none (DISPLAY is not set);"
              + " install Xwayland, or "
              + INSTEAD
              + ".";
    }
    if (said(failure).contains("DISPLAY")) {
      return "The window needs a display and DISPLAY="
          + display
          + " cannot be reached; check that it runs and that you may use it, or "
          + INSTEAD
          + ".";
    }
    return "The window needs GTK 3 and OpenGL libraries that are missing or do not load ("
        + said(failure)
        + "); install them (on Debian and Ubuntu libgtk-3-0 libgl1 libxtst6 libxxf86vm1, on Fedora"
        + " gtk3), or "
        + INSTEAD
        + ".";
  }

  private static String said(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    if (cause == null) {
      return "";
    }
    String message = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    return message.lines().findFirst().orElse("").replaceAll("\\.$", "");
  }
}
