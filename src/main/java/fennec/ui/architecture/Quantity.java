package fennec.ui.architecture;

import java.util.Locale;

/** Large counts as people read them. */
final class Quantity {

  private Quantity() {}

  /** Three digits and a letter at most, for example {@code 7.1 M}. */
  static String of(long number) {
    double shown = number;
    int unit = 0;
    while (shown >= 999.5 && unit < 5) {
      shown /= 1000;
      unit++;
    }
    if (unit == 0) {
      return Long.toString(number);
    }
    return String.format(
        Locale.ROOT, shown < 9.95 ? "%.1f %s" : "%.0f %s", shown, "kMGTP".charAt(unit - 1));
  }

  /** The number in full, and short where that is easier to read. */
  static String inFull(long number) {
    String full = String.format(Locale.ROOT, "%,d", number);
    return number < 10_000 ? full : full + "  (" + of(number) + ")";
  }
}
