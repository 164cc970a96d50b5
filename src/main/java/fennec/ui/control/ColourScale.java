package fennec.ui.control;

/**
 * Colours for what is painted by hand, in both themes: categories that colour-blind people tell
 * apart, and a scale whose lightness alone tells low from high. Every colour differs from the
 * theme's background by a contrast of 3 or more. Colours are {@code 0xRRGGBB}.
 */
public final class ColourScale {

  private static final int[] LIGHT = {
    0x0072b2, 0xc8500a, 0x00805c, 0xa3489b, 0x9a6700, 0x3488c2, 0x882255, 0x00808a, 0x6b7a00,
    0x7a4a2b
  };
  private static final int[] DARK = {
    0x56b4e9, 0xff8a4c, 0x2fc49b, 0xde8fd2, 0xf0c24b, 0x7fa8ff, 0xf27a9b, 0x52d5dd, 0xc3d04a,
    0xd9a67e
  };
  private static final int[] LIGHT_SEQUENCE = {0xb98300, 0xb5622b, 0x8e3f5d, 0x5b2a7d, 0x1f1a5e};
  private static final int[] DARK_SEQUENCE = {0x7a6bd6, 0xb06bc0, 0xe0808f, 0xf3ac6b, 0xfbe38a};

  private ColourScale() {}

  /** Number of categories with a colour of their own. */
  public static int categories() {
    return LIGHT.length;
  }

  /** The colour of a category, from 0; colours begin anew after {@link #categories}. */
  public static int category(int index, boolean dark) {
    return (dark ? DARK : LIGHT)[Math.floorMod(index, LIGHT.length)];
  }

  /** The colour at {@code part} of the way from low (0) to high (1); parts beyond count as ends. */
  public static int sequential(double part, boolean dark) {
    int[] stops = dark ? DARK_SEQUENCE : LIGHT_SEQUENCE;
    double at = Math.max(0, Math.min(1, part)) * (stops.length - 1);
    int low = (int) Math.min(stops.length - 2, Math.floor(at));
    return mix(stops[low], stops[low + 1], at - low);
  }

  /** The colour {@code part} of the way from one colour to another, channel by channel. */
  public static int mix(int from, int to, double part) {
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double a = (from >> shift) & 0xff;
      double b = (to >> shift) & 0xff;
      colour |= (int) Math.round(a + (b - a) * part) << shift;
    }
    return colour;
  }

  /** Contrast of two colours as WCAG 2.1 defines it, from 1 to 21. */
  public static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** Relative luminance as WCAG 2.1 defines it, from 0 to 1. */
  public static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
