package fennec.ui;

import fennec.app.FennecHome;
import fennec.app.Workbench;
import fennec.embedding.EmbeddingCache;
import fennec.error.FennecException;
import fennec.io.RankingFormat;
import fennec.progress.Progress;
import fennec.progress.Work;
import fennec.recommend.RankingReport;
import java.time.Clock;
import java.util.Optional;

/** Loads the program behind the window, the same that the terminal runs. */
final class WorkbenchServices implements Work<Services> {

  @Override
  public Services run(Progress progress) throws FennecException {
    Workbench workbench =
        new Workbench(
            FennecHome.find(),
            "auto",
            false,
            Optional.of(EmbeddingCache.ofUser()),
            Clock.systemUTC());
    return new Services(
        new WorkbenchRecommendation(workbench),
        (recommendation, provenance, target) ->
            RankingFormat.of(target)
                .export(RankingReport.of(recommendation, provenance.alpha(), provenance), target),
        Optional.empty());
  }
}
