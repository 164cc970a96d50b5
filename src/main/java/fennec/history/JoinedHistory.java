package fennec.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several packs as one performance matrix P (m x t): their tasks are shared by name, their models
 * are rows below each other, in the order of the packs. Scores stay fractions as published; pairs a
 * pack does not hold are missing.
 *
 * <p><b>Models of the same name</b> in two packs stay two rows, named {@code name [pack]}: their
 * scores come from different protocols, so neither may overwrite the other, and a mean of the two
 * would belong to no protocol.
 *
 * <p><b>Scales.</b> A raw score mixes how good the model is with how hard the task is and how the
 * pack trained and counted. Within one pack and one task the protocol is the same, so there the
 * scores are comparable; across packs they are not, and nothing is done about it here.
 *
 * <p><b>Left out</b> are columns of a pack that rank nothing: all scores equal, or more than half
 * of at least four exactly equal (runs that collapsed to one answer). {@link #leftOut} names them.
 *
 * <p>Immutable. Cost O(sum of m_p t_p).
 */
public final class JoinedHistory {

  private static final int FEW = 4;

  private final List<HistoryPack> packs;
  private final List<HistoryRow> rows;
  private final List<HistoricTask> tasks;
  private final PerformanceMatrix performance;
  private final List<LeftOutColumn> leftOut;

  private JoinedHistory(
      List<HistoryPack> packs,
      List<HistoryRow> rows,
      List<HistoricTask> tasks,
      PerformanceMatrix performance,
      List<LeftOutColumn> leftOut) {
    this.packs = packs;
    this.rows = rows;
    this.tasks = tasks;
    this.performance = performance;
    this.leftOut = leftOut;
  }

  /**
   * Joins {@code packs} in the order given.
   *
   * @throws IllegalArgumentException if there is no pack or two have the same name
   */
  public static JoinedHistory of(List<HistoryPack> packs) {
    if (packs.isEmpty()
        || packs.stream().map(HistoryPack::name).distinct().count() < packs.size()) {
      throw new IllegalArgumentException("packs to join must be there and differ in name");
    }
    List<LeftOutColumn> leftOut = new ArrayList<>();
    List<HistoryPack> sound = new ArrayList<>();
    for (HistoryPack pack : packs) {
      Set<String> flat = new HashSet<>();
      for (int j = 0; j < pack.tasks().size(); j++) {
        String task = pack.tasks().get(j).name();
        flatness(pack.performance().column(j))
            .ifPresent(
                reason -> {
                  flat.add(task);
                  leftOut.add(new LeftOutColumn(pack.name(), task, reason));
                });
      }
      sound.add(flat.isEmpty() ? pack : pack.keeping(m -> true, task -> !flat.contains(task)));
    }
    return join(List.copyOf(sound), List.copyOf(leftOut));
  }

  private static JoinedHistory join(List<HistoryPack> packs, List<LeftOutColumn> leftOut) {
    Map<String, HistoricTask> tasks = new LinkedHashMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (HistoryPack pack : packs) {
      pack.tasks().forEach(task -> tasks.putIfAbsent(task.name(), task));
      pack.performance().models().forEach(name -> count.merge(name, 1, Integer::sum));
    }
    List<String> columns = List.copyOf(tasks.keySet());
    List<HistoryRow> rows = new ArrayList<>();
    List<double[]> scores = new ArrayList<>();
    for (int p = 0; p < packs.size(); p++) {
      PerformanceMatrix own = packs.get(p).performance();
      for (int i = 0; i < own.models().size(); i++) {
        String name = own.models().get(i);
        boolean shared = count.get(name) > 1;
        rows.add(new HistoryRow(shared ? name + " [" + packs.get(p).name() + "]" : name, p, name));
        double[] row = new double[columns.size()];
        Arrays.fill(row, Double.NaN);
        for (int j = 0; j < row.length; j++) {
          int column = own.taskIndex(columns.get(j));
          row[j] = column < 0 ? Double.NaN : own.score(i, column);
        }
        scores.add(row);
      }
    }
    PerformanceMatrix matrix =
        new PerformanceMatrix(
            rows.stream().map(HistoryRow::name).toList(), columns, scores.toArray(double[][]::new));
    return new JoinedHistory(
        packs, List.copyOf(rows), List.copyOf(tasks.values()), matrix, leftOut);
  }

  /** Why a column ranks nothing, if so. */
  private static Optional<String> flatness(double[] column) {
    double[] scores = Arrays.stream(column).filter(s -> !Double.isNaN(s)).sorted().toArray();
    int longest = 0;
    double value = 0;
    for (int i = 0; i < scores.length; ) {
      int end = i;
      while (end < scores.length && scores[end] == scores[i]) {
        end++;
      }
      if (end - i > longest) {
        longest = end - i;
        value = scores[i];
      }
      i = end;
    }
    boolean flat = scores.length > 1 && longest == scores.length;
    if (flat || (scores.length >= FEW && 2 * longest > scores.length)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%d of %d scores are %.4f, so they rank nothing",
              longest,
              scores.length,
              value));
    }
    return Optional.empty();
  }

  /** The packs without the columns left out, in the order of joining. */
  public List<HistoryPack> packs() {
    return packs;
  }

  /** The m rows; the i-th belongs to row i of {@link #performance}. */
  public List<HistoryRow> rows() {
    return rows;
  }

  /**
   * The t tasks in the order of columns, with the facts of the first pack that has them; see {@link
   * HistoryPack#tasks} for what each pack says, since training sets differ.
   */
  public List<HistoricTask> tasks() {
    return tasks;
  }

  /** All scores (m x t), fractions; missing where the row's pack has no score. */
  public PerformanceMatrix performance() {
    return performance;
  }

  /** The columns that rank nothing and so take no part. */
  public List<LeftOutColumn> leftOut() {
    return leftOut;
  }
}
