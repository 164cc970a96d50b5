package fennec.evaluate;

import java.util.List;

/**
 * Figures copied from publications, to stand beside those computed here. They leave no model out of
 * a comparison, and so must what they are compared with.
 *
 * @param pack the pack that they were computed on
 * @param source where they were published
 * @param rows the figures, marked as published
 */
public record PublishedFigures(String pack, String source, List<EvaluationRow> rows) {

  /** Copies the list. */
  public PublishedFigures {
    rows = List.copyOf(rows);
  }
}
