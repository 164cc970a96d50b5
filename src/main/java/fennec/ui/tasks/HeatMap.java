package fennec.ui.tasks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Values in rows and columns, in an order of their own; NaN is missing. Immutable.
 *
 * @param rowNames names of the m rows, as the values have them
 * @param columnNames names of the t columns
 * @param values m x t
 * @param rows which row of the values stands at each place
 * @param columns which column of the values stands at each place
 */
public record HeatMap(
    List<String> rowNames, List<String> columnNames, double[][] values, int[] rows, int[] columns) {

  /** No cells. */
  public static final HeatMap EMPTY =
      new HeatMap(List.of(), List.of(), new double[0][], new int[0], new int[0]);

  /** Copies the lists. */
  public HeatMap {
    rowNames = List.copyOf(rowNames);
    columnNames = List.copyOf(columnNames);
  }

  /** The values in the order given. */
  static HeatMap of(List<String> rowNames, List<String> columnNames, double[][] values) {
    return new HeatMap(
        rowNames,
        columnNames,
        values,
        IntStream.range(0, rowNames.size()).toArray(),
        IntStream.range(0, columnNames.size()).toArray());
  }

  /** Rows by falling {@code key}, NaN last, ties by name. */
  HeatMap withRowsBy(IntToDoubleFunction key) {
    return new HeatMap(rowNames, columnNames, values, order(rowNames, key), columns);
  }

  /** Columns by falling {@code key}, NaN last, ties by name. */
  HeatMap withColumnsBy(IntToDoubleFunction key) {
    return new HeatMap(rowNames, columnNames, values, rows, order(columnNames, key));
  }

  /** Other values in the same order. */
  HeatMap withValues(double[][] other) {
    return new HeatMap(rowNames, columnNames, other, rows, columns);
  }

  private static int[] order(List<String> names, IntToDoubleFunction key) {
    double[] keys = IntStream.range(0, names.size()).mapToDouble(key).toArray();
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> Double.isNaN(keys[i]))
                .thenComparingDouble(i -> Double.isNaN(keys[i]) ? 0 : -keys[i])
                .thenComparing(names::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Value at a place, NaN if missing. */
  public double at(int row, int column) {
    return values[rows[row]][columns[column]];
  }

  /** Name of the row at a place. */
  public String rowName(int row) {
    return rowNames.get(rows[row]);
  }

  /** Name of the column at a place. */
  public String columnName(int column) {
    return columnNames.get(columns[column]);
  }

  /** Place of the row with this name, or -1. */
  public int rowOf(String name) {
    return IntStream.range(0, rows.length)
        .filter(place -> rowName(place).equals(name))
        .findFirst()
        .orElse(-1);
  }

  /** Mean of the values that a row (as the values have it) has; NaN if it has none. */
  double meanOfRow(int row) {
    return Arrays.stream(values[row]).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  /** Mean of the values that a column (as the values have it) has; NaN if it has none. */
  double meanOfColumn(int column) {
    return Arrays.stream(values)
        .mapToDouble(row -> row[column])
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }
}
