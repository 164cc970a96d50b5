package fennec.cli;

import fennec.app.OwnHistory;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fennec history new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    header = "Makes a history pack of your own from CSV files.",
    description = {
      "A table of scores has the columns model, task, score, one row a result; or a column model"
          + " and one column a task, with empty cells where a pair was not tried. Tables of facts"
          + " have the column model or task and any of: family, architecture, parameters,"
          + " input_size, pretraining_data, source_accuracy, url; title, classes, train_size,"
          + " domain. The header tells which is which.",
      "",
      "Everything that is wrong is named at once, with file, line and column, and nothing is"
          + " written. Facts that are not given are taken from models and tasks of the same name"
          + " that the program knows.",
    },
    footer = {
      "",
      "Examples:",
      "  fennec history new my-results --from scores.csv",
      "  fennec history new my-results --from scores.csv models.csv tasks.csv --scale percent",
      "  fennec rank photos --history my-results",
      "  fennec evaluate --history my-results"
    })
final class HistoryNewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

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
    return options.run(spec, folder, files, OwnHistory::create);
  }
}
