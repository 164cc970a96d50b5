package fennec.cli;

import fennec.error.FennecException;
import fennec.history.HistoricTask;
import fennec.history.HistoryPack;
import fennec.history.PerformanceMatrix;
import fennec.io.HistoryPackFiles;
import fennec.io.HistoryPackWriter;
import fennec.io.LabelledFeatures;
import fennec.io.LabelledFeaturesReader;
import fennec.numeric.FisherDiscriminantAnalysis;
import fennec.zoo.PretrainedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FEATURES", description = "A file, or a folder of MODEL/TASK files.")
  private Path features;

  @Option(names = "--out", paramLabel = "FOLDER", description = "Write a history pack.")
  private Path pack;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Creates the command; its fields are filled by the parser. */
  FdaCommand() {}

  @Override
  public Integer call() throws FennecException {
    NavigableMap<String, NavigableMap<String, Scored>> scores = new TreeMap<>();
    if (Files.isDirectory(features)) {
      for (Path model : children(features)) {
        if (Files.isDirectory(model)) {
          for (Path task : children(model)) {
            String name = task.getFileName().toString();
            int dot = name.lastIndexOf('.');
            if (name.endsWith(".safetensors") || name.endsWith(".csv")) {
              scores
                  .computeIfAbsent(model.getFileName().toString(), key -> new TreeMap<>())
                  .put(name.substring(0, dot), score(task));
            }
          }
        }
      }
      if (scores.isEmpty()) {
        throw new FennecException(
            features + " holds no MODEL/TASK.safetensors or MODEL/TASK.csv file.");
      }
    } else {
      scores.put("", new TreeMap<>(Map.of(features.getFileName().toString(), score(features))));
    }
    print(scores);
    if (pack != null) {
      new HistoryPackWriter().write(pack(scores, pack), pack);
      spec.commandLine().getErr().println("Wrote " + pack + ".");
    }
    return ExitCodes.FINE;
  }

  private record Scored(double score, int classes, int images) {}

  private static Scored score(Path file) throws FennecException {
    LabelledFeatures read = new LabelledFeaturesReader().read(file);
    return new Scored(
        FisherDiscriminantAnalysis.score(new DMatrixRMaj(read.points()), read.labels()),
        read.classes().size(),
        read.labels().length);
  }

  private static List<Path> children(Path folder) throws FennecException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new FennecException("Cannot list " + folder + ": " + e.getMessage() + ".", e);
    }
  }

  private void print(NavigableMap<String, NavigableMap<String, Scored>> scores) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = new ArrayList<>();
    scores.forEach(
        (model, tasks) ->
            tasks.forEach(
                (task, scored) ->
                    lines.add(
                        json
                            ? String.format(
                                Locale.ROOT,
                                "  {\"model\": \"%s\", \"task\": \"%s\", \"fda\": %.6f}",
                                quoted(model),
                                quoted(task),
                                scored.score())
                            : String.format(
                                Locale.ROOT,
                                "%.4f  %s%s",
                                scored.score(),
                                model.isEmpty() ? "" : model + " on ",
                                task))));
    out.println(
        json
            ? "{\"schema\": 1, \"scores\": [\n" + String.join(",\n", lines) + "\n]}"
            : String.join("\n", lines));
    out.flush();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static HistoryPackFiles pack(
      NavigableMap<String, NavigableMap<String, Scored>> scores, Path folder) {
    NavigableMap<String, Scored> tasks = new TreeMap<>();
    scores.values().forEach(tasks::putAll);
    NavigableSet<String> names = new TreeSet<>(tasks.keySet());
    List<String> models = List.copyOf(scores.keySet());
    double[][] matrix = new double[models.size()][names.size()];
    for (int i = 0; i < matrix.length; i++) {
      Arrays.fill(matrix[i], Double.NaN);
      int j = 0;
      for (String task : names) {
        Scored scored = scores.get(models.get(i)).get(task);
        matrix[i][j++] = scored == null ? Double.NaN : scored.score();
      }
    }
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    List<HistoricTask> facts =
        names.stream()
            .map(
                task ->
                    new HistoricTask(
                        task,
                        task,
                        OptionalInt.of(tasks.get(task).classes()),
                        OptionalLong.of(tasks.get(task).images()),
                        ""))
            .toList();
    HistoryPack made =
        new HistoryPack(
            name,
            name,
            "FDA score of labelled features, no fine-tuning",
            "",
            true,
            facts,
            new PerformanceMatrix(models, List.copyOf(names), matrix),
            "");
    return new HistoryPackFiles(
        made,
        models.stream()
            .map(
                m ->
                    new PretrainedModel(
                        m,
                        "",
                        "",
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        "",
                        OptionalDouble.empty(),
                        ""))
            .toList());
  }
}
