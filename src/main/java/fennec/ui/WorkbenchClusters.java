package fennec.ui;

import fennec.app.ArchitectureNeighbourhood;
import fennec.app.Workbench;
import fennec.architecture.ArchitectureClusters;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.clusters.ClusterService;
import fennec.ui.clusters.ZooArchitecture;
import fennec.zoo.ArchitectureFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The clusters pane's view of the {@link Workbench}. */
final class WorkbenchClusters implements ClusterService {

  private final Workbench workbench;

  WorkbenchClusters(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public List<ZooArchitecture> architectures(Progress progress) throws FennecException {
    ArchitectureNeighbourhood zoo = workbench.architectures(progress);
    List<ZooArchitecture> all = new ArrayList<>();
    for (String name : zoo.vectors().names()) {
      var entry = zoo.atlas().entries().get(name);
      all.add(
          new ZooArchitecture(
              name,
              ArchitectureFamily.of(entry.architecture().replace('-', '_')),
              OptionalLong.of(entry.parameters()),
              zoo.vectors().vector(name)));
    }
    return all;
  }

  @Override
  public ArchitectureClusters clusters(OptionalInt count, Progress progress)
      throws FennecException {
    return workbench.architectures(progress).clusters(count, progress);
  }
}
