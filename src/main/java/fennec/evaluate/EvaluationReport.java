package fennec.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The figures of an evaluation, in the order computed. Immutable.
 *
 * @param rows all figures
 * @param protocol how they were computed, a few sentences for people
 */
public record EvaluationReport(List<EvaluationRow> rows, List<String> protocol) {

  /** Copies the lists. */
  public EvaluationReport {
    rows = List.copyOf(rows);
    protocol = List.copyOf(protocol);
  }

  /** The packs in the order of first appearance. */
  public List<String> packs() {
    return List.copyOf(new LinkedHashSet<>(rows.stream().map(EvaluationRow::pack).toList()));
  }

  /** The methods of a pack in the order of first appearance. */
  public List<String> methods(String pack) {
    return List.copyOf(
        new LinkedHashSet<>(
            rows.stream().filter(r -> r.pack().equals(pack)).map(EvaluationRow::method).toList()));
  }

  /** The tasks of a pack in the order of first appearance. */
  public List<String> tasks(String pack) {
    return List.copyOf(
        new LinkedHashSet<>(
            rows.stream().filter(r -> r.pack().equals(pack)).map(EvaluationRow::task).toList()));
  }

  /** One figure, if it was computed. */
  public OptionalDouble value(String pack, String method, String task, RankingMeasure measure) {
    return select(pack, method, measure).stream()
        .filter(r -> r.task().equals(task))
        .mapToDouble(EvaluationRow::value)
        .findFirst();
  }

  /** Mean over the tasks of a pack; empty if there is none. */
  public OptionalDouble mean(String pack, String method, RankingMeasure measure) {
    return select(pack, method, measure).stream().mapToDouble(EvaluationRow::value).average();
  }

  private List<EvaluationRow> select(String pack, String method, RankingMeasure measure) {
    return rows.stream()
        .filter(
            r ->
                r.pack().equals(pack)
                    && r.method().equals(method)
                    && r.measure().equals(measure.label()))
        .toList();
  }

  /** The rows of this report followed by those of another; protocols without repetition. */
  public EvaluationReport and(EvaluationReport other) {
    List<EvaluationRow> all = new ArrayList<>(rows);
    all.addAll(other.rows);
    LinkedHashSet<String> sentences = new LinkedHashSet<>(protocol);
    sentences.addAll(other.protocol);
    return new EvaluationReport(all, List.copyOf(sentences));
  }
}
