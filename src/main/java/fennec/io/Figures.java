package fennec.io;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as they may stand in a cell: a plain decimal number, nothing Java alone would accept. */
final class Figures {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  private Figures() {}

  /** The decimal number in {@code cell}; empty if it is none, or is too large for a double. */
  static OptionalDouble decimal(String cell) {
    if (!DECIMAL.matcher(cell).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(cell);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** The whole number in {@code cell}, not negative; empty if it is none. */
  static OptionalLong whole(String cell) {
    return WHOLE.matcher(cell).matches()
        ? OptionalLong.of(Long.parseLong(cell))
        : OptionalLong.empty();
  }

  /** Whether the cell says "not a number", as spreadsheets and pandas write it. */
  static boolean saysNotANumber(String cell) {
    return cell.equalsIgnoreCase("nan") || cell.equalsIgnoreCase("#n/a");
  }
}
