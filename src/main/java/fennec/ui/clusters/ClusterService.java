package fennec.ui.clusters;

import fennec.architecture.ArchitectureClusters;
import fennec.error.FennecException;
import fennec.progress.Progress;
import java.util.List;
import java.util.OptionalInt;

/** What the clusters pane needs from the program; called off the window's thread. */
public interface ClusterService {

  /**
   * All architectures in the order of their names.
   *
   * @throws FennecException if they cannot be read
   */
  List<ZooArchitecture> architectures(Progress progress) throws FennecException;

  /**
   * Clusters of the architectures, the same that the terminal gives.
   *
   * @param count number of clusters; the one with the best silhouette if empty
   * @throws FennecException if there cannot be so many
   */
  ArchitectureClusters clusters(OptionalInt count, Progress progress) throws FennecException;
}
