package fennec.ui.architecture;

import java.util.Locale;

/** The scale of a drawing as people read it. */
final class Zoom {

  private Zoom() {}

  /** For example {@code 85 %}; below 10 % with one decimal. */
  static String percent(double scale) {
    return String.format(Locale.ROOT, scale < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * scale);
  }
}
