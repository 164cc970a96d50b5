package fennec.ui;

import fennec.app.ArchitectureFacts;
import fennec.app.ArchitectureInspection;
import fennec.app.ArchitectureNeighbourhood;
import fennec.app.RankRequest;
import fennec.app.RankRun;
import fennec.app.Workbench;
import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureClusters;
import fennec.architecture.ArchitectureGraph;
import fennec.embedding.EmbeddingListener;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.architecture.ArchitectureService;
import fennec.ui.architecture.OpenGraph;
import fennec.ui.architecture.Standing;
import fennec.ui.session.TargetRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The architecture pane's view of the {@link Workbench}. What is slow to read is kept. */
final class WorkbenchArchitectures implements ArchitectureService {

  private static final int NEAREST = 8;

  private final Workbench workbench;
  private ArchitectureInspection inspection;
  private ArchitectureNeighbourhood neighbourhood;
  private ArchitectureClusters clusters;

  WorkbenchArchitectures(Workbench workbench) {
    this.workbench = workbench;
  }

  private Path assets() {
    return workbench.home().folder().resolve("assets");
  }

  private synchronized ArchitectureInspection inspection() throws FennecException {
    if (inspection == null) {
      inspection = new ArchitectureInspection(assets());
    }
    return inspection;
  }

  @Override
  public List<String> names() throws FennecException {
    return inspection().names();
  }

  @Override
  public OpenGraph open(String given, Progress progress) throws FennecException {
    ArchitectureInspection.Found found = inspection().look(given);
    progress.checkCancelled();
    return OpenGraph.of(given, found);
  }

  @Override
  public synchronized Standing standing(ArchitectureGraph graph, Progress progress)
      throws FennecException {
    if (clusters == null) {
      neighbourhood =
          ArchitectureNeighbourhood.open(assets(), Archi2Vec.Settings.defaults(), progress);
      clusters = neighbourhood.clusters(OptionalInt.of(ArchitectureFacts.CLUSTERS), progress);
    }
    int cluster = clusters.assign(neighbourhood.vector(graph));
    return new Standing(
        cluster, clusters.members(cluster).size(), neighbourhood.nearest(graph, NEAREST));
  }

  @Override
  public TargetRun rankWith(TargetRun run, Path file, Progress progress) throws FennecException {
    RankRequest plain =
        RankRequest.of(
            run.sources(),
            run.encoderChoice(),
            run.provenance().settings().clusters(),
            run.options());
    List<Path> added = new ArrayList<>(plain.added());
    added.add(file);
    RankRun ranked =
        workbench.rank(
            new RankRequest(
                plain.sources(),
                plain.encoder(),
                plain.packs(),
                plain.settings(),
                plain.images(),
                plain.classes(),
                plain.zoo(),
                added),
            EmbeddingListener.NONE,
            progress);
    return run.with(ranked.recommendation(), ranked.provenance());
  }
}
