package fennec.ui.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.chart.ValueAxis;

/**
 * An axis that ends a little beyond its first and last value, so that no marker is cut, with marks
 * at round numbers between them only.
 */
final class SweepAxis extends ValueAxis<Number> {

  private static final double BEYOND = 0.05;
  private static final double APART_ACROSS = 60;
  private static final double APART_UP = 36;
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  private final double least;
  private final double most;

  /** An axis from {@code least} to {@code most}, which may be equal. */
  SweepAxis(double least, double most) {
    super(least - room(least, most), most + room(least, most));
    this.least = least;
    this.most = most;
    setAutoRanging(false);
    setMinorTickVisible(false);
  }

  private static double room(double least, double most) {
    return most > least ? BEYOND * (most - least) : 0.5;
  }

  /**
   * The least of 1, 2, 2.5 and 5 times a power of ten whose marks lie {@code apart} pixels apart.
   */
  static double step(double range, double length, double apart) {
    double wanted = range / Math.max(1, Math.floor(length / apart));
    if (!(wanted > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double each : ROUND) {
      if (each * power >= wanted * (1 - 1e-9)) {
        return each * power;
      }
    }
    return 10 * power;
  }

  @Override
  protected List<Number> calculateTickValues(double length, Object range) {
    double step = step(most - least, length, getSide().isVertical() ? APART_UP : APART_ACROSS);
    List<Number> marks = new ArrayList<>();
    for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= most + 1e-9 * step; i++) {
      marks.add(i * step);
    }
    return marks;
  }

  @Override
  protected List<Number> calculateMinorTickMarks() {
    return List.of();
  }

  @Override
  protected String getTickMarkLabel(Number mark) {
    String text = String.format(Locale.ROOT, "%.6f", mark.doubleValue());
    return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
  }

  @Override
  protected void setRange(Object range, boolean animate) {
    // The range is that of the values and does not change.
  }

  @Override
  protected Object getRange() {
    return new double[] {getLowerBound(), getUpperBound()};
  }
}
