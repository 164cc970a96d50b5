package fennec.ui.tasks;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.recommend.TaskSpace;
import fennec.recommend.TransferHistory;
import fennec.ui.session.TargetRun;

/** What the tasks pane needs from the program; called off the window's thread. */
public interface TaskService {

  /**
   * The history that {@code run} was ranked with.
   *
   * @throws FennecException if it cannot be read
   */
  TransferHistory history(TargetRun run, Progress progress) throws FennecException;

  /**
   * The transfer space of that history with the new task in it.
   *
   * @throws FennecException if it cannot be fitted
   */
  TaskSpace space(TargetRun run, Progress progress) throws FennecException;
}
