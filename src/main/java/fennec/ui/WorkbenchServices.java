package fennec.ui;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.progress.Work;

/** Loads the program behind the window. */
final class WorkbenchServices implements Work<Services> {

  @Override
  public Services run(Progress progress) throws FennecException {
    throw new FennecException("The program behind the window is not built yet.");
  }
}
