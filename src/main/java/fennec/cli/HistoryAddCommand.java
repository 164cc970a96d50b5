package fennec.cli;

import fennec.app.OwnHistory;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fennec history add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    header = "Adds scores or facts from CSV files to a pack of your own.",
    description = {
      "A table of scores has the columns model, task, score, one row a result; or a column model"
          + " and one column a task, with empty cells where a pair was not tried. Tables of facts"
          + " have the column model or task and any of: family, architecture, parameters,"
          + " input_size, pretraining_data, source_accuracy, url; title, classes, train_size,"
          + " domain. The header tells which is which.",
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

  @Spec private CommandSpec spec;

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
    return options.run(spec, folder, files, OwnHistory::add);
  }
}
