package fennec.ui.control;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Numbers as people read them. */
public final class Figures {

  private static final String UNKNOWN = "\u2013";

  private Figures() {}

  /** A fraction as a percentage with one decimal, without the sign, for columns. */
  public static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f", 100 * fraction);
  }

  /** Signed points of a percentage, for example {@code +1.3}. */
  public static String points(double fraction) {
    String text = String.format(Locale.ROOT, "%+.1f", 100 * fraction);
    return text.replace('-', '\u2212');
  }

  /** Parameters in millions, for example {@code 86 M}; a dash if unknown. */
  public static String parameters(OptionalLong count) {
    return count.isEmpty() ? UNKNOWN : parameters(count.getAsLong());
  }

  /** Parameters in thousands, millions or billions. */
  public static String parameters(long count) {
    double millions = count / 1e6;
    if (millions >= 1000) {
      return String.format(Locale.ROOT, "%.2f B", millions / 1000);
    }
    if (millions < 0.1) {
      return String.format(Locale.ROOT, "%.0f K", count / 1e3);
    }
    return String.format(Locale.ROOT, millions < 10 ? "%.1f M" : "%.0f M", millions);
  }

  /** Multiply-adds in billions (GMACs), for example {@code 4.1}; blank if unknown. */
  public static String billions(OptionalLong count) {
    if (count.isEmpty()) {
      return "";
    }
    double billions = count.getAsLong() / 1e9;
    return String.format(Locale.ROOT, billions < 1 ? "%.2f" : "%.1f", billions);
  }

  /** Seconds as people say them, for example {@code 3 min}. */
  public static String duration(double seconds) {
    if (Double.isNaN(seconds)) {
      return "unknown time";
    }
    long whole = Math.max(1, Math.round(seconds));
    return whole < 90
        ? whole + " s"
        : whole < 5400 ? (whole + 30) / 60 + " min" : (whole + 1800) / 3600 + " h";
  }

  /** A number, or a dash if unknown. */
  public static String orDash(OptionalInt number) {
    return number.isEmpty() ? UNKNOWN : Integer.toString(number.getAsInt());
  }

  /** A text, or a dash if empty. */
  public static String orDash(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }
}
