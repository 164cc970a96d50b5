package fennec.cli;

import fennec.app.OwnHistory;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fennec history add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    header = "Adds scores or facts from CSV files to a pack of your own.",
    description = {
      OwnHistoryOptions.TABLES,
      "",
      "A score or fact that differs from the pack's is refused without --replace. Everything"
          + " that is wrong is named at once, and then nothing is written.",
    },
    footer = {
      "",
      "Examples:",
      "  fennec history add my-results march.csv",
      "  fennec history add my-results corrected.csv --replace"
    })
final class HistoryAddCommand implements Callable<Integer> {

  @Mixin private OwnHistoryOptions options;

  @Parameters(index = "0", paramLabel = "PACK", description = "The folder of the pack.")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE.csv",
      description = "Tables of scores and of facts.")
  private List<Path> files;

  @Override
  public Integer call() throws FennecException {
    return options.run(folder, files, OwnHistory::add);
  }
}
