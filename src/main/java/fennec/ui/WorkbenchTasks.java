package fennec.ui;

import fennec.app.RankRequest;
import fennec.app.Workbench;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.recommend.TaskSpace;
import fennec.recommend.TransferHistory;
import fennec.ui.session.TargetRun;
import fennec.ui.tasks.TaskService;

/** The tasks pane's view of the {@link Workbench}. */
final class WorkbenchTasks implements TaskService {

  private final Workbench workbench;

  WorkbenchTasks(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public TransferHistory history(TargetRun run, Progress progress) throws FennecException {
    return workbench.history(request(run), progress);
  }

  @Override
  public TaskSpace space(TargetRun run, Progress progress) throws FennecException {
    return workbench.taskSpace(request(run), run.recommendation().task(), progress);
  }

  private static RankRequest request(TargetRun run) throws FennecException {
    return RankRequest.of(
        run.sources(), run.encoderChoice(), run.provenance().settings().clusters(), run.options());
  }
}
