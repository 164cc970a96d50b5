package fennec.cli;

import fennec.app.RankRequest;
import fennec.app.RankRequest.ZooChoice;
import fennec.app.RankRun;
import fennec.app.RankingAnnexes;
import fennec.app.Workbench;
import fennec.embedding.EmbeddingListener;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.io.RankingFormat;
import fennec.progress.Progress;
import fennec.recommend.RankingReport;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fennec rank}. */
@Command(
    name = "rank",
    mixinStandardHelpOptions = true,
    header = "Ranks pre-trained models for a folder of images.",
    description =
        "Embeds the images, predicts how well each model of the history would transfer to them,"
            + " and prints the best. Sub-folders are taken for classes.",
    footer = {
      "",
      "Examples:",
      "  fennec rank sample-tasks/surfaces",
      "  fennec rank photos.zip --alpha 0.3 --top 20",
      "  fennec rank photos --history parc --export ranking.json",
      "  fennec rank photos --encoder built-in --encoder clip",
      "  fennec rank photos --json | jq '.ranking[0].model'"
    })
final class RankCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "A folder, a zip archive, or image files.")
  private List<Path> sources;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--history",
      paramLabel = "PACK",
      arity = "1..*",
      description = "History packs by name or folder (default: those joined by default).")
  private List<String> packs = new ArrayList<>();

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description =
          "Weight of the meta score: 0 is pure transfer, 1 pure meta (default: 0.1, with --method"
              + " paper 0.5).")
  private Double chosenAlpha;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "How the transfer score is computed: ${COMPLETION-CANDIDATES}.")
  private TransferMethod method = RecommenderSettings.DEFAULT.method();

  @Option(
      names = "--k",
      paramLabel = "K",
      description = "Factors of the transfer space (default: 5).")
  private int latentSize = RecommenderSettings.DEFAULT.latentSize();

  @Option(
      names = "--clusters",
      paramLabel = "N",
      description =
          "Clusters of architectures that the meta score tells apart (default: 10); 'fennec"
              + " cluster' shows them.")
  private int clusters = RecommenderSettings.DEFAULT.clusters();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "Decides every random choice of the fit.")
  private long seed = RecommenderSettings.DEFAULT.seed();

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "" + RankRequest.DEFAULT_IMAGES,
      description = "Most images to embed, drawn by a fixed seed (default: ${DEFAULT-VALUE}).")
  private int images;

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "Number of classes, where the sub-folders do not tell.")
  private Integer classes;

  @Option(
      names = "--zoo",
      paramLabel = "ZOO",
      description =
          "Models to rank: history, timm (1,556 published models, transfer scores estimated) or all"
              + " (default: history).")
  private ZooChoice zoo = ZooChoice.HISTORY;

  @Option(
      names = "--add",
      paramLabel = "FILE",
      description = "Rank the network in FILE (.onnx, .pt) beside the others.")
  private List<Path> added = new ArrayList<>();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rows to print (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write the whole ranking to FILE: .csv, .json, .md or .html.")
  private List<Path> exports = new ArrayList<>();

  @Option(
      names = "--no-thumbnails",
      description = "Keep small pictures of the images out of an .html report.")
  private boolean withoutThumbnails;

  @Override
  public Integer call() throws FennecException, IOException {
    double alpha = chosenAlpha == null ? method.defaultAlpha() : chosenAlpha;
    output.check(alpha >= 0 && alpha <= 1, "--alpha must be within 0 and 1, not " + alpha);
    output.check(top >= 1, "--top must be at least 1, not " + top);
    output.check(images >= 1, "--images must be at least 1, not " + images);
    output.check(latentSize >= 1, "--k must be at least 1, not " + latentSize);
    output.check(clusters >= 1, "--clusters must be at least 1, not " + clusters);
    output.check(classes == null || classes >= 2, "--classes must be at least 2, not " + classes);
    output.check(
        exports.isEmpty() || engine.encoders().size() == 1,
        "--export takes the ranking of one encoder; name one");
    for (Path file : exports) {
      output.read(() -> RankingFormat.of(file));
    }
    for (Path file : exports) {
      AtomicFile.ensureWritable(file);
    }
    RecommenderSettings settings =
        new RecommenderSettings(
            method,
            latentSize,
            RecommenderSettings.DEFAULT.trees(),
            RecommenderSettings.DEFAULT.penalty(),
            seed,
            clusters);
    List<RankRun> runs = new ArrayList<>();
    try (Workbench workbench = engine.open();
        ConsoleProgress progress = new ConsoleProgress()) {
      for (String encoder : engine.encoders()) {
        RankRequest request =
            new RankRequest(
                sources,
                encoder,
                packs,
                settings,
                images,
                classes == null ? OptionalInt.empty() : OptionalInt.of(classes),
                zoo,
                added);
        runs.add(workbench.rank(request, EmbeddingListener.NONE, progress));
      }
      for (Path file : exports) {
        export(workbench, runs.get(0), alpha, file, progress);
      }
    }
    List<RankingReport> reports = runs.stream().map(run -> run.report(alpha)).toList();
    print(reports);
    for (RankRun run : runs) {
      output.leftOut(run.failed());
      run.notes().forEach(output::note);
    }
    exports.forEach(file -> output.note("Wrote " + file + "."));
    return ExitCodes.FINE;
  }

  private void export(Workbench workbench, RankRun run, double alpha, Path file, Progress progress)
      throws FennecException {
    new RankingAnnexes(workbench)
        .export(
            run.report(alpha),
            withoutThumbnails ? List.of() : sources,
            run.embedding().embeddings(),
            file,
            progress);
  }

  private void print(List<RankingReport> reports) throws IOException {
    PrintWriter out = output.result();
    if (output.isJson() && reports.size() == 1) {
      RankingFormat.JSON.writer().write(reports.get(0), out);
    } else if (output.isJson()) {
      RankingFormat.writeJson(reports, out);
    } else if (reports.size() == 1) {
      RankingTable.print(reports.get(0), top, out);
    } else {
      RankingTable.printSideBySide(reports, top, out);
    }
    out.flush();
  }
}
