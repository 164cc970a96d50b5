package fennec.cli;

import fennec.app.DiscriminantScores;
import fennec.error.FennecException;
import fennec.io.HistoryPackWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fennec fda}. */
@Command(
    name = "fda",
    mixinStandardHelpOptions = true,
    header = "Scores labelled features by Fisher discriminant analysis, without fine-tuning.",
    description = {
      "FEATURES is a safetensors file with 'features' (n x d) and 'labels' (n), or a CSV file with"
          + " a column 'label'. A folder MODEL/TASK.safetensors (or .csv) gives a matrix; --out"
          + " writes it as a history pack."
    },
    footer = {
      "",
      "Examples:",
      "  fennec fda resnet50-on-my-images.safetensors",
      "  fennec fda features --out my-pack"
    })
final class FdaCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "FEATURES", description = "A file, or a folder of MODEL/TASK files.")
  private Path features;

  @Option(names = "--out", paramLabel = "FOLDER", description = "Write a history pack.")
  private Path pack;

  @Option(names = "--replace", description = "Overwrite a pack that is there already.")
  private boolean replace;

  @Override
  public Integer call() throws FennecException {
    if (pack != null && Files.exists(pack) && !replace) {
      throw new FennecException(
          pack + " is there already; give --replace to write the pack anew, or name another one.");
    }
    DiscriminantScores scores;
    try (ConsoleProgress progress = new ConsoleProgress()) {
      scores = DiscriminantScores.of(features, progress);
    }
    if (pack != null) {
      new HistoryPackWriter().writeWhole(scores.pack(pack), pack);
    }
    output.print(
        Map.of("scores", scores.scores().stream().map(FdaCommand::fields).toList()),
        () -> text(scores.scores()));
    if (pack != null) {
      output.note("Wrote " + pack + ".");
    }
    return ExitCodes.FINE;
  }

  private static Map<String, Object> fields(DiscriminantScores.Score score) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", score.model());
    fields.put("task", score.task());
    fields.put("fda", score.fda());
    fields.put("classes", score.classes());
    fields.put("images", score.images());
    return fields;
  }

  private static String text(List<DiscriminantScores.Score> scores) {
    return scores.stream()
        .map(
            score ->
                String.format(
                    Locale.ROOT,
                    "%.4f  %s%s",
                    score.fda(),
                    score.model().isEmpty() ? "" : score.model() + " on ",
                    score.task()))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
