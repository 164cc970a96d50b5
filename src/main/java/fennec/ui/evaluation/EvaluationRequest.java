package fennec.ui.evaluation;

import fennec.evaluate.EvaluationSettings;
import java.util.List;
import java.util.Optional;

/**
 * What the user wants evaluated.
 *
 * @param packs names of history packs; several are joined
 * @param sweep name of the sweep; empty for the table of methods and tasks
 * @param methods labels of the methods in the table; a sweep brings its own
 * @param settings how tasks are hidden and drawn
 * @param encoder the encoder whose task features are used, as the command line takes it
 */
public record EvaluationRequest(
    List<String> packs,
    Optional<String> sweep,
    List<String> methods,
    EvaluationSettings settings,
    String encoder) {

  /** Copies the lists. */
  public EvaluationRequest {
    packs = List.copyOf(packs);
    methods = List.copyOf(methods);
  }

  /** What is evaluated, in a few words. */
  public String title() {
    return sweep.map(name -> "Sweep of " + name).orElse("Table")
        + " on "
        + String.join(" + ", packs);
  }
}
