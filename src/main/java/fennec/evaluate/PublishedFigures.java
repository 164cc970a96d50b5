package fennec.evaluate;

import java.util.List;
import java.util.Set;

/**
 * Figures copied from publications, to stand beside those computed here. They leave no model out of
 * a comparison, and so must what they are compared with.
 *
 * @param pack the pack that they were computed on
 * @param source where they were published
 * @param rows the figures, marked as published
 * @param models the models that the figures are about; empty for all of the pack
 */
public record PublishedFigures(
    String pack, String source, List<EvaluationRow> rows, Set<String> models) {

  /** Copies the list. */
  public PublishedFigures {
    rows = List.copyOf(rows);
    models = Set.copyOf(models);
  }
}
