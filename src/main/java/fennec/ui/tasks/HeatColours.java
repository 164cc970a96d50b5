package fennec.ui.tasks;

import fennec.ui.control.CanvasColours;
import fennec.ui.control.ColourScale;
import java.util.Arrays;

/**
 * Colours of the cells. Scores go along the sequential scale up to the greatest; residuals from
 * blue (below) over the background to orange (above), alike on both sides. The few values beyond
 * the low end, or beyond both ends of residuals, have the colour of the end.
 *
 * @param low value at the lower end
 * @param high value at the upper end
 * @param diverging whether zero is in the middle
 * @param dark whether the theme is dark
 */
record HeatColours(double low, double high, boolean diverging, boolean dark) {

  private static final double RARE = 0.05;
  private static final int[] LIGHT = {0x0b5cad, 0xb3500a};
  private static final int[] DARK = {0x58a6ff, 0xff9d4d};

  static HeatColours of(HeatMap map, boolean residuals, boolean dark) {
    double[] values =
        Arrays.stream(map.values())
            .flatMapToDouble(Arrays::stream)
            .filter(v -> !Double.isNaN(v))
            .map(v -> residuals ? Math.abs(v) : v)
            .sorted()
            .toArray();
    if (values.length == 0) {
      return new HeatColours(0, 0, residuals, dark);
    }
    if (residuals) {
      double most = values[(int) Math.ceil((1 - RARE) * (values.length - 1))];
      return new HeatColours(-most, most, true, dark);
    }
    double low = values[(int) Math.floor(RARE * (values.length - 1))];
    return new HeatColours(low, values[values.length - 1], false, dark);
  }

  /** Colour of a value, {@code 0xRRGGBB}. */
  int at(double value) {
    double part = high > low ? (value - low) / (high - low) : 0.5;
    if (!diverging) {
      return ColourScale.sequential(part, dark);
    }
    int end = (dark ? DARK : LIGHT)[part < 0.5 ? 0 : 1];
    return ColourScale.mix(
        CanvasColours.of(dark).background(), end, Math.min(1, Math.abs(part - 0.5) * 2));
  }
}
