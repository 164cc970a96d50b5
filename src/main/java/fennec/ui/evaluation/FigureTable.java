package fennec.ui.evaluation;

import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.Methods;
import fennec.evaluate.RankingMeasure;
import fennec.evaluate.SweepPoint;
import fennec.evaluate.SweepReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Figures as rows and columns, ready to be shown.
 *
 * @param corner what the rows are
 * @param columns names of the columns
 * @param rows one row a method or a setting
 */
public record FigureTable(String corner, List<String> columns, List<Row> rows) {

  /** Nothing. */
  public static final FigureTable EMPTY = new FigureTable("", List.of(), List.of());

  /**
   * One row.
   *
   * @param name name of the method or the setting
   * @param published whether the figures were copied from a publication
   * @param cells one a column
   */
  public record Row(String name, boolean published, List<Cell> cells) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** Whether rankings are made by this method unless another is asked for. */
    public boolean isDefault() {
      return !published && name.equals(Methods.DEFAULT);
    }
  }

  /**
   * One figure.
   *
   * @param value NaN if there is none
   * @param text as it is shown; empty if there is none
   * @param best whether no figure in its column that was computed here is better
   */
  public record Cell(double value, String text, boolean best) {}

  /** Copies the lists. */
  public FigureTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Methods against tasks, after their mean, for one pack of {@code report}. */
  public static FigureTable of(EvaluationReport report, String pack, RankingMeasure measure) {
    List<String> tasks = report.tasks(pack);
    List<String> columns = new ArrayList<>(List.of("mean"));
    columns.addAll(tasks);
    Map<String, double[]> values = new LinkedHashMap<>();
    List<Boolean> published = new ArrayList<>();
    for (String method : report.methods(pack)) {
      double[] row = new double[columns.size()];
      row[0] = report.mean(pack, method, measure).orElse(Double.NaN);
      for (int j = 0; j < tasks.size(); j++) {
        row[j + 1] = report.value(pack, method, tasks.get(j), measure).orElse(Double.NaN);
      }
      boolean copied =
          report.rows().stream()
              .filter(r -> r.pack().equals(pack) && r.method().equals(method))
              .anyMatch(EvaluationRow::published);
      boolean empty = copied && java.util.Arrays.stream(row).allMatch(Double::isNaN);
      if (!empty) {
        values.put(method, row);
        published.add(copied);
      }
    }
    return of("method", columns, values, published, format(measure.label(), 1));
  }

  /** Settings against curves of one measure of {@code sweep}. */
  public static FigureTable of(SweepReport sweep, String measure) {
    List<SweepPoint> points = sweep.of(measure);
    List<String> columns =
        List.copyOf(new LinkedHashSet<>(points.stream().map(p -> curve(sweep, p)).toList()));
    Map<String, double[]> values = new LinkedHashMap<>();
    for (SweepPoint point : points) {
      double[] row =
          values.computeIfAbsent(
              point.setting(),
              key -> {
                double[] fresh = new double[columns.size()];
                java.util.Arrays.fill(fresh, Double.NaN);
                return fresh;
              });
      row[columns.indexOf(curve(sweep, point))] = point.value();
    }
    List<Boolean> computed = values.keySet().stream().map(key -> false).toList();
    return of(sweep.axis(), columns, values, computed, format(measure, 2));
  }

  /** The name of the curve that a point of {@code sweep} lies on. */
  static String curve(SweepReport sweep, SweepPoint point) {
    boolean onePack = sweep.points().stream().map(SweepPoint::pack).distinct().count() == 1;
    return onePack ? point.series() : point.series() + " on " + point.pack();
  }

  private static FigureTable of(
      String corner,
      List<String> columns,
      Map<String, double[]> values,
      List<Boolean> published,
      Format format) {
    double sign = format.lowIsGood() ? -1 : 1;
    double[] best = new double[columns.size()];
    java.util.Arrays.fill(best, Double.NEGATIVE_INFINITY);
    List<double[]> all = List.copyOf(values.values());
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < best.length && !published.get(i); j++) {
        double value = sign * all.get(i)[j];
        best[j] = value > best[j] ? value : best[j];
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, double[]> each : values.entrySet()) {
      boolean copied = published.get(rows.size());
      List<Cell> cells = new ArrayList<>();
      for (int j = 0; j < best.length; j++) {
        double value = each.getValue()[j];
        cells.add(new Cell(value, format.text(value), !copied && sign * value == best[j]));
      }
      rows.add(new Row(each.getKey(), copied, cells));
    }
    return new FigureTable(corner, columns, rows);
  }

  /**
   * How a measure is written.
   *
   * @param decimals digits behind the point
   * @param lowIsGood whether less is better
   */
  private record Format(int decimals, boolean lowIsGood) {

    String text(double value) {
      return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
  }

  /** Correlations times 100 have {@code decimals}, all else three. */
  private static Format format(String measure, int decimals) {
    boolean low =
        measure.equals(RankingMeasure.TOP1_REGRET.label())
            || measure.equals("reconstruction_error");
    return new Format(measure.equals(RankingMeasure.PEARSON.label()) ? decimals : 3, low);
  }
}
