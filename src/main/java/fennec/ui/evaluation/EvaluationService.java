package fennec.ui.evaluation;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.util.List;

/** What the evaluation pane needs from the program. */
public interface EvaluationService {

  /** History packs. */
  List<PackChoice> packs();

  /** Labels of the methods that a table sets side by side. */
  List<String> methods();

  /** Names of the sweeps. */
  List<String> sweeps();

  /**
   * Evaluates; takes minutes, so it is called off the window's thread.
   *
   * @throws FennecException if something asked for is not known or cannot be evaluated
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  EvaluationResult evaluate(EvaluationRequest request, Progress progress) throws FennecException;
}
