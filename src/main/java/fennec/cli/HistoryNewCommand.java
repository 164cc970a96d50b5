package fennec.cli;

import fennec.app.OwnHistory;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fennec history new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    header = "Makes a history pack of your own from CSV files.",
    description = {
      OwnHistoryOptions.TABLES,
      "",
      "Everything that is wrong is named at once, with file, line and column, and nothing is"
          + " written. Facts that are not given are taken from models and tasks of the same name"
          + " that the program knows.",
    },
    footer = {
      "",
      "Examples:",
      "  fennec history new my-results --from scores.csv",
      "  fennec history new my-results --from scores.csv models.csv --scale percent",
      "  fennec rank photos --history my-results",
      "  fennec evaluate --history my-results"
    })
final class HistoryNewCommand implements Callable<Integer> {

  @Mixin private OwnHistoryOptions options;

  @Parameters(
      index = "0",
      paramLabel = "PACK",
      description = "The folder to make; its last part is the name.")
  private Path folder;

  @Option(
      names = "--from",
      required = true,
      arity = "1..*",
      paramLabel = "FILE.csv",
      description = "Tables of scores and of facts.")
  private List<Path> files;

  @Override
  public Integer call() throws FennecException {
    return options.run(folder, files, OwnHistory::create);
  }
}
