package fennec.io;

import fennec.error.FennecException;
import fennec.evaluate.SweepPoint;
import fennec.file.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sweep as an SVG picture: one line a pack and series, markers, axes and a legend. Settings that
 * are no numbers stand side by side and are not joined by lines. Words and axes have the colour of
 * the text around them, so that a page may be light or dark. The same points give the same bytes.
 */
public final class LinePlot {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 360;
  private static final int LEFT = 60;
  private static final int RIGHT = 250;
  private static final int TOP = 16;
  private static final int BOTTOM = 64;
  private static final int TICKS = 5;
  private static final int LABEL_WIDTH = 38;
  private static final int SLANTED_BOTTOM = 120;
  // After Okabe and Ito, told apart by colour-blind readers as well; the light ones are darkened so
  // that each has a contrast of 3 or more on white and on near black.
  private static final List<String> COLOURS =
      List.of(
          "#0072b2",
          "#d55e00",
          "#009e73",
          "#c2649b",
          "#a97400",
          "#2f8fc9",
          "currentColor",
          "#858585");

  private final String axis;
  private final String measure;
  private final Map<Double, String> labels = new TreeMap<>();
  private final boolean words;
  private final int height;
  private final int bottom;
  private final Map<String, List<SweepPoint>> lines = new LinkedHashMap<>();
  private double lowX = Double.POSITIVE_INFINITY;
  private double highX = Double.NEGATIVE_INFINITY;
  private double lowY = Double.POSITIVE_INFINITY;
  private double highY = Double.NEGATIVE_INFINITY;

  /**
   * A plot of {@code points}.
   *
   * @param axis what is swept, for people
   * @param measure label of the measure that the points have
   */
  public LinePlot(String axis, String measure, List<SweepPoint> points) {
    this.axis = axis;
    this.measure = measure.replace('_', ' ');
    for (SweepPoint point : points) {
      lines
          .computeIfAbsent(point.pack() + ": " + point.series(), key -> new ArrayList<>())
          .add(point);
      labels.putIfAbsent(point.x(), point.setting());
      lowX = Math.min(lowX, point.x());
      highX = Math.max(highX, point.x());
      lowY = Math.min(lowY, point.value());
      highY = Math.max(highY, point.value());
    }
    words = labels.values().stream().anyMatch(each -> !Character.isDigit(each.charAt(0)));
    bottom = words ? SLANTED_BOTTOM : BOTTOM;
    height = HEIGHT - BOTTOM + bottom;
    double margin = Math.max((highY - lowY) * 0.08, 1e-6);
    lowY -= margin;
    highY += margin;
  }

  /** The picture as part of an HTML page. */
  String svg() {
    return open("") + drawn() + "</svg>";
  }

  /**
   * Writes the picture as a file of its own, with a background.
   *
   * @param dark light lines on near black instead of dark lines on white
   * @throws FennecException if the file cannot be written
   */
  public void export(boolean dark, Path file) throws FennecException {
    String colour = " xmlns=\"http://www.w3.org/2000/svg\" color=\"";
    String svg =
        open(colour + (dark ? "#e4e7eb\"" : "#1c2733\""))
            + "<rect width=\"100%\" height=\"100%\" fill=\""
            + (dark ? "#15191e" : "#ffffff")
            + "\"/>"
            + drawn()
            + "</svg>\n";
    AtomicFile.write(file, out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private String open(String more) {
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"%s role=\"img\" aria-label=\"%s against"
            + " %s\" font-family=\"system-ui,sans-serif\" font-size=\"12\" fill=\"currentColor\">",
        WIDTH,
        height,
        WIDTH,
        height,
        more,
        HtmlText.escaped(measure),
        HtmlText.escaped(axis));
  }

  private String drawn() {
    StringBuilder svg = new StringBuilder();
    axes(svg);
    int number = 0;
    for (Map.Entry<String, List<SweepPoint>> line : lines.entrySet()) {
      line(svg, line.getKey(), line.getValue(), number++);
    }
    return svg.toString();
  }

  private void axes(StringBuilder svg) {
    for (int tick = 0; tick <= TICKS; tick++) {
      double value = lowY + (highY - lowY) * tick / TICKS;
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"currentColor\""
                  + " stroke-opacity=\"0.18\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
              LEFT,
              WIDTH - RIGHT,
              y(value),
              y(value),
              LEFT - 6,
              y(value) + 4,
              number(value)));
    }
    labels(svg);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                + "<text x=\"14\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 14"
                + " %d)\">%s</text>",
            (LEFT + WIDTH - RIGHT) / 2,
            height - 10,
            HtmlText.escaped(axis),
            (height - bottom) / 2,
            (height - bottom) / 2,
            HtmlText.escaped(measure)));
  }

  /** Numbers lie flat, as many as there is room for; words stand slanted, all of them. */
  private void labels(StringBuilder svg) {
    double free = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Double, String> label : labels.entrySet()) {
      double x = x(label.getKey());
      int y = height - bottom + 18;
      if (words) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"end\""
                    + " transform=\"rotate(-35 %.1f %d)\">%s</text>",
                x + 4,
                y,
                x + 4,
                y,
                HtmlText.escaped(label.getValue())));
      } else if (x >= free) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                x,
                y,
                HtmlText.escaped(label.getValue())));
        free = x + Math.max(LABEL_WIDTH, 7 * label.getValue().length() + 6);
      }
    }
  }

  private void line(StringBuilder svg, String name, List<SweepPoint> points, int number) {
    String colour = COLOURS.get(number % COLOURS.size());
    String dash = number >= COLOURS.size() ? " stroke-dasharray=\"5 4\"" : "";
    StringBuilder path = new StringBuilder();
    for (SweepPoint point : points) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              path.length() == 0 ? "M" : "L",
              x(point.x()),
              y(point.value())));
    }
    if (!words) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
              path,
              colour,
              dash));
    }
    for (SweepPoint point : points) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"><title>%s: %s</title></circle>",
              x(point.x()),
              y(point.value()),
              words ? 5 : 3,
              colour,
              HtmlText.escaped(point.setting()),
              number(point.value())));
    }
    int legend = TOP + 14 + 18 * number;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"%s/>"
                + "<text x=\"%d\" y=\"%d\">%s</text>",
            WIDTH - RIGHT + 14,
            WIDTH - RIGHT + 34,
            legend,
            legend,
            colour,
            dash,
            WIDTH - RIGHT + 40,
            legend + 4,
            HtmlText.escaped(name)));
  }

  private double x(double value) {
    double span = highX > lowX ? highX - lowX : 1;
    return LEFT + 10 + (WIDTH - RIGHT - LEFT - 20) * (value - lowX) / span;
  }

  private double y(double value) {
    return height - bottom - (height - bottom - TOP) * (value - lowY) / (highY - lowY);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.4f", value);
  }
}
