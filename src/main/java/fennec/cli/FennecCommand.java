package fennec.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code fennec} and its subcommands. */
@Command(
    name = "fennec",
    mixinStandardHelpOptions = true,
    subcommands = {InspectCommand.class})
public final class FennecCommand implements Runnable {

  /** Runs the command line {@code args} and returns the exit code. */
  public static int run(String... args) {
    return new CommandLine(new FennecCommand()).execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
