package fennec.ui.clusters;

import fennec.error.FennecException;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.target.RecommendationService;
import fennec.ui.task.LatestTask;
import fennec.ui.task.Outcome;
import fennec.ui.task.TaskRunner;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Keeps the ranking in step with the number of clusters: when the one changes, the meta scores are
 * computed anew in the background and the run of the session is replaced.
 */
public final class ClusterRanking {

  private final Session session;
  private final LatestTask lane;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private RecommendationService service;

  /** Follows {@code session}; does nothing before {@link #connect}. */
  public ClusterRanking(Session session, TaskRunner tasks) {
    this.session = session;
    this.lane = new LatestTask(tasks);
    session.clustersProperty().addListener(o -> follow());
    session.runProperty().addListener(o -> follow());
  }

  /** Connects the program once it is loaded. */
  public void connect(RecommendationService loaded) {
    service = loaded;
  }

  private void follow() {
    TargetRun run = session.runProperty().get();
    int clusters = session.clustersProperty().get();
    if (service == null || run == null || clustersOf(run) == clusters) {
      busy.set(false);
      return;
    }
    busy.set(true);
    lane.submit(
        progress -> service.recluster(run, clusters, progress),
        new Outcome<TargetRun>() {
          @Override
          public void done(TargetRun again) {
            if (run.equals(session.runProperty().get())) {
              session.runProperty().set(again);
            }
          }

          @Override
          public boolean failed(FennecException failure) {
            session.undo().silently(() -> session.clustersProperty().set(clustersOf(run)));
            return false;
          }
        });
  }

  private static int clustersOf(TargetRun run) {
    return run.provenance().settings().clusters();
  }

  /** Whether the ranking is behind the number of clusters. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
