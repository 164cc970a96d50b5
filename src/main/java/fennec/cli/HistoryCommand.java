package fennec.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fennec history} and its subcommands. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    header = "Lists, makes, checks and embeds the history that rankings are learned from.",
    footer = {
      "",
      "Examples:",
      "  fennec history list",
      "  fennec history new my-results --from scores.csv"
    },
    subcommands = {
      HistoryListCommand.class,
      HistoryNewCommand.class,
      HistoryAddCommand.class,
      HistoryCheckCommand.class,
      HistoryEmbedCommand.class
    })
final class HistoryCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
