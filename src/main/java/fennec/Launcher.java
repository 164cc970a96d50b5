package fennec;

import fennec.cli.FennecCommand;
import fennec.ui.FennecApplication;

/** The way in: a subcommand runs in the terminal, none opens the window. */
public final class Launcher {

  private Launcher() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    if (args.length == 0) {
      FennecApplication.open();
      System.exit(0);
    }
    System.exit(FennecCommand.run(args));
  }
}
