package fennec;

import fennec.cli.FennecCommand;

/** The way in: a subcommand runs in the terminal, none opens the window. */
public final class Launcher {

  private Launcher() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(FennecCommand.run(args));
  }
}
