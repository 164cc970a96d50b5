package fennec.ui;

import fennec.app.ArchitectureFacts;
import fennec.app.EncoderFetch;
import fennec.app.EncoderFiles;
import fennec.app.FennecHome;
import fennec.app.RankingAnnexes;
import fennec.app.Workbench;
import fennec.embedding.EmbeddingCache;
import fennec.error.FennecException;
import fennec.evaluate.AlphaCurve;
import fennec.io.AlphaCurveReader;
import fennec.io.RankOptions;
import fennec.progress.Progress;
import fennec.progress.Work;
import fennec.recommend.RankingReport;
import fennec.ui.ranking.QualityCurve;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Loads the program behind the window, the same that the terminal runs. */
final class WorkbenchServices implements Work<Services> {

  private final RankOptions options;

  /** On the device that {@code options} name. */
  WorkbenchServices(RankOptions options) {
    this.options = options;
  }

  @Override
  public Services run(Progress progress) throws FennecException {
    Workbench workbench =
        new Workbench(
            FennecHome.find(),
            options.device(),
            options.half(),
            Optional.of(EmbeddingCache.ofUser()),
            Clock.systemUTC());
    return new Services(
        new WorkbenchRecommendation(workbench, EncoderFetch.ofProcess(), EncoderFiles.ofProcess()),
        (run, alpha, thumbnails, target, watcher) ->
            new RankingAnnexes(workbench)
                .export(
                    RankingReport.of(run.recommendation(), alpha, run.provenance()),
                    thumbnails ? run.sources() : List.of(),
                    run.recommendation().task().embeddings(),
                    target,
                    watcher),
        new WorkbenchArchitectures(workbench),
        new WorkbenchClusters(workbench),
        new WorkbenchTasks(workbench),
        ArchitectureFacts.work(workbench.home()),
        curve(workbench),
        new WorkbenchEvaluation(workbench));
  }

  /** The curve under the slider; a program without it works all the same. */
  private static Optional<QualityCurve> curve(Workbench workbench) throws FennecException {
    Path file = workbench.home().folder().resolve("assets/evaluation/alpha.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    AlphaCurve curve = new AlphaCurveReader().read(file);
    return Optional.of(
        new QualityCurve(
            curve.alphas().stream().mapToDouble(Double::doubleValue).toArray(),
            curve.quality().stream().mapToDouble(Double::doubleValue).toArray(),
            curve.source()));
  }
}
