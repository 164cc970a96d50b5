package fennec.ui.evaluation;

import fennec.evaluate.EvaluationReport;
import fennec.evaluate.SweepReport;
import java.util.List;

/**
 * A finished evaluation, as the terminal would write it.
 *
 * @param title what was evaluated, in a few words
 * @param report figures of the table; without rows for a sweep
 * @param sweeps the sweep; empty for a table
 */
public record EvaluationResult(String title, EvaluationReport report, List<SweepReport> sweeps) {

  /** Copies the list. */
  public EvaluationResult {
    sweeps = List.copyOf(sweeps);
  }
}
