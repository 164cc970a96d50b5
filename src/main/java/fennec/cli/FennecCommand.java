package fennec.cli;

import fennec.app.ProgramVersion;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import fennec.error.NoWindowException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code fennec} and its subcommands. */
@Command(
    name = "fennec",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Recommends pre-trained vision models for a folder of images.",
    footer = {
      "",
      "Without a command the window opens.",
      "",
      "Exit codes: 0 fine, 1 bad data, 2 wrong usage, 3 encoder unavailable,",
      "4 no window can be opened, 130 cancelled.",
      "",
      "Examples:",
      "  fennec rank sample-tasks/surfaces",
      "  fennec rank photos --alpha 0.3 --export ranking.csv",
      "  fennec embed photos --out features.safetensors"
    },
    subcommands = {
      RankCommand.class,
      EmbedCommand.class,
      EvaluateCommand.class,
      FdaCommand.class,
      HistoryCommand.class,
      InspectCommand.class,
      CompareCommand.class,
      ClusterCommand.class,
      SimilarCommand.class,
      EncoderCommand.class
    })
public final class FennecCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the command line {@code args} and returns the exit code. */
  public static int run(String... args) {
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    CommandLine line = commandLine().setOut(out.writer());
    int code = line.execute(args);
    Optional<String> failure = out.failure();
    failure.ifPresent(
        why -> line.getErr().println("fennec: Cannot write the output: " + why + "."));
    return code == ExitCodes.FINE && failure.isPresent() ? ExitCodes.BAD_DATA : code;
  }

  /** Tells a failure of the window on standard error and returns the exit code. */
  public static int failed(FennecException failure) {
    return failed(failure, commandLine());
  }

  /** The command line with its handlers, as {@link #run} and tests use it. */
  static CommandLine commandLine() {
    quietLibraries();
    CommandLine line = new CommandLine(new FennecCommand());
    line.setUsageHelpAutoWidth(true);
    ArgumentValues.read(line);
    tellVersion(line);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    line.setParameterExceptionHandler((e, words) -> misused(e));
    return line;
  }

  /** Every subcommand answers {@code --version} as the program does. */
  private static void tellVersion(CommandLine line) {
    line.getCommandSpec().versionProvider(new Version());
    line.getSubcommands().values().forEach(FennecCommand::tellVersion);
  }

  /** Libraries report through java.util.logging; what matters to a user is said by the program. */
  private static void quietLibraries() {
    Logger root = Logger.getLogger("");
    if (System.getProperty("java.util.logging.config.file") == null) {
      root.setLevel(Level.SEVERE);
    }
  }

  private static int failed(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof CancellationException) {
      err.println("Cancelled; vectors made so far are kept, and nothing is half-written.");
      return ExitCodes.CANCELLED;
    }
    if (e instanceof EncoderUnavailableException) {
      err.println("fennec: " + Output.printable(e.getMessage()));
      return ExitCodes.ENCODER_UNAVAILABLE;
    }
    if (e instanceof NoWindowException) {
      err.println("fennec: " + Output.printable(e.getMessage()));
      return ExitCodes.NO_WINDOW;
    }
    if (e instanceof FennecException) {
      err.println("fennec: " + Output.printable(e.getMessage()));
      return ExitCodes.BAD_DATA;
    }
    Logger.getLogger("fennec").log(Level.SEVERE, "unexpected failure", e);
    err.println("fennec: something went wrong inside the program: " + e + ".");
    return ExitCodes.BAD_DATA;
  }

  private static int misused(ParameterException e) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("fennec: " + sentence(e));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCodes.USAGE;
  }

  /** What is wrong, in the words of the command line. */
  private static String sentence(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !command.getSubcommands().isEmpty()) {
      return "there is no command '"
          + unmatched.getUnmatched().get(0)
          + "'; the commands are "
          + String.join(", ", command.getSubcommands().keySet());
    }
    return e.getMessage() + swallowed(e);
  }

  /** Where an option that takes several values may have taken what is missing, says so. */
  private static String swallowed(ParameterException e) {
    if (!(e instanceof MissingParameterException missing)) {
      return "";
    }
    boolean positional = missing.getMissing().stream().anyMatch(ArgSpec::isPositional);
    return e.getCommandLine().getCommandSpec().options().stream()
        .filter(option -> positional && option.arity().max() > 1)
        .filter(option -> !option.originalStringValues().isEmpty())
        .map(
            option ->
                "; what follows "
                    + option.longestName()
                    + " belongs to it, so name "
                    + missing.getMissing().get(0).paramLabel()
                    + " before it")
        .findFirst()
        .orElse("");
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Answers {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {ProgramVersion.NAME, "Java " + System.getProperty("java.version")};
    }
  }
}
