package fennec;

import fennec.cli.FennecCommand;
import fennec.error.FennecException;
import fennec.ui.FennecApplication;
import fennec.ui.Screenshots;
import java.nio.file.Path;

/**
 * The way in: a subcommand runs in the terminal, none or a session file opens the window; {@code
 * screenshots DIR} opens it, ranks a sample task and saves a picture of each pane in both themes.
 */
public final class Launcher {

  private Launcher() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try {
      if (args.length == 0 || (args.length == 1 && args[0].endsWith(".fennec.json"))) {
        FennecApplication.open(args);
        return 0;
      }
      if (args.length == 2 && args[0].equals("screenshots")) {
        Screenshots.save(Path.of(args[1]));
        return 0;
      }
      return FennecCommand.run(args);
    } catch (FennecException e) {
      return FennecCommand.failed(e);
    }
  }
}
