package fennec.ui.evaluation;

import fennec.evaluate.SweepPoint;
import fennec.evaluate.SweepReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The curves of one measure of a sweep, ready to be drawn.
 *
 * @param axis what is swept, for people
 * @param curves points by name of the curve, in the order computed
 * @param settings names of the places on the axis where these are no numbers; empty where they are
 */
record SweepCurves(
    String axis, Map<String, List<SweepPoint>> curves, Map<Double, String> settings) {

  private static final Pattern NUMBER = Pattern.compile("^-?\\d+(\\.\\d+)?");

  static SweepCurves of(SweepReport sweep, String measure) {
    Map<String, List<SweepPoint>> curves = new LinkedHashMap<>();
    Map<Double, String> settings = new LinkedHashMap<>();
    boolean numbers = true;
    for (SweepPoint point : sweep.of(measure)) {
      curves.computeIfAbsent(FigureTable.curve(sweep, point), key -> new ArrayList<>()).add(point);
      settings.putIfAbsent(point.x(), point.setting());
      numbers &= saysItsPlace(point);
    }
    return new SweepCurves(sweep.axis(), curves, numbers ? Map.of() : settings);
  }

  /** Whether the setting begins with the number that is its place on the axis. */
  private static boolean saysItsPlace(SweepPoint point) {
    Matcher number = NUMBER.matcher(point.setting());
    return number.find() && Math.abs(Double.parseDouble(number.group()) - point.x()) < 1e-6;
  }
}
