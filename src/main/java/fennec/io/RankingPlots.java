package fennec.io;

import fennec.evaluate.AlphaCurve;
import fennec.io.RankingAnnex.ArchitectureMap;
import fennec.io.RankingAnnex.Place;
import fennec.recommend.RankedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The plots of a ranking report as SVG; words and axes have the colour of the text around them. */
final class RankingPlots {

  private static final int WIDTH = 760;
  private static final int LEFT = 56;
  private static final int RIGHT = 16;
  private static final int TOP = 26;
  private static final int CURVE_HEIGHT = 250;
  private static final int MAP_HEIGHT = 440;
  private static final int BOTTOM = 46;
  private static final int TICKS = 4;
  private static final double MARGIN = 18;
  private static final List<String> COLOURS =
      List.of(
          "#4477aa", "#cc6677", "#228833", "#aa7700", "#8866bb", "#11898a", "#b0588a", "#7a7a3a",
          "#5a86c8", "#8c6d5a");

  private RankingPlots() {}

  private static String open(int height, String label) {
    return text(
        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\""
            + " font-family=\"system-ui,sans-serif\" font-size=\"12\" fill=\"currentColor\">\n",
        WIDTH, height, WIDTH, height, HtmlText.escaped(label));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Quality against alpha, with a mark at {@code chosen}. */
  static String alpha(AlphaCurve curve, double chosen) {
    double low = curve.quality().stream().mapToDouble(q -> q).min().orElse(0);
    double high = curve.quality().stream().mapToDouble(q -> q).max().orElse(1);
    double margin = Math.max((high - low) * 0.1, 1e-6);
    double from = low - margin;
    double to = high + margin;
    int floor = CURVE_HEIGHT - BOTTOM;
    StringBuilder svg = new StringBuilder(open(CURVE_HEIGHT, "ranking quality against alpha"));
    for (int tick = 0; tick <= TICKS; tick++) {
      double value = from + (to - from) * tick / TICKS;
      double y = floor - (floor - TOP) * (double) tick / TICKS;
      svg.append(
          text(
              "<path d=\"M%d %.1fH%d\" stroke=\"currentColor\" stroke-opacity=\"0.15\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>\n",
              LEFT, y, WIDTH - RIGHT, LEFT - 8, y + 4, value));
      double alpha = tick / (double) TICKS;
      svg.append(
          text(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.2f</text>\n",
              across(alpha), floor + 18, alpha));
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < curve.alphas().size(); i++) {
      double y = floor - (floor - TOP) * (curve.quality().get(i) - from) / (to - from);
      line.append(text("%s%.1f %.1f", i == 0 ? "M" : "L", across(curve.alphas().get(i)), y));
    }
    double end = across(curve.alphas().get(curve.alphas().size() - 1));
    double start = across(curve.alphas().get(0));
    svg.append(
        text(
            "<path class=\"area\" d=\"%sL%.1f %dL%.1f %dZ\"/>"
                + "<path class=\"curve\" fill=\"none\" d=\"%s\"/>\n",
            line, end, floor, start, floor, line));
    double x = across(chosen);
    String side = chosen > 0.8 ? "end" : "start";
    svg.append(
        text(
            "<path class=\"chosen\" d=\"M%.1f %dV%d\"/><text class=\"chosen-label\" x=\"%.1f\""
                + " y=\"%d\" text-anchor=\"%s\">this report: %.2f</text>\n",
            x, TOP - 8, floor, x + (chosen > 0.8 ? -6 : 6), TOP - 10, side, chosen));
    return svg.append(
            text(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">alpha: 0 is transfer alone, 1 meta"
                    + " alone</text></svg>\n",
                (LEFT + WIDTH - RIGHT) / 2, CURVE_HEIGHT - 8))
        .toString();
  }

  private static double across(double alpha) {
    return LEFT + (WIDTH - RIGHT - LEFT) * alpha;
  }

  /** All architectures as dots in the colours of their clusters; those of {@code top} numbered. */
  static String map(ArchitectureMap map, List<RankedModel> top) {
    double[] box = bounds(map.places());
    StringBuilder svg =
        new StringBuilder(open(MAP_HEIGHT, "map of architectures, the best models numbered"));
    Map<String, Place> byName = new TreeMap<>();
    for (Place place : map.places()) {
      byName.put(place.architecture(), place);
      svg.append(
          text(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" fill-opacity=\"0.6\"><title>%s,"
                  + " cluster %d</title></circle>\n",
              x(place, box),
              y(place, box),
              COLOURS.get(Math.floorMod(place.cluster(), COLOURS.size())),
              HtmlText.escaped(place.architecture()),
              place.cluster()));
    }
    Map<String, List<Integer>> ranks = new TreeMap<>();
    for (RankedModel model : top) {
      if (byName.containsKey(model.model().architecture())) {
        ranks
            .computeIfAbsent(model.model().architecture(), key -> new ArrayList<>())
            .add(model.rank());
      }
    }
    List<double[]> taken = new ArrayList<>();
    ranks.forEach((name, places) -> svg.append(marked(byName.get(name), places, box, taken)));
    return svg.append("</svg>\n").toString();
  }

  /** A ring with the ranks beside it, above or below where another label stands there. */
  private static String marked(
      Place place, List<Integer> ranks, double[] box, List<double[]> taken) {
    String label = String.join(", ", ranks.stream().map(String::valueOf).toList());
    double x = x(place, box);
    double y = y(place, box);
    double width = 7.5 * label.length() + 4;
    boolean left = x + 10 + width > WIDTH;
    double labelX = left ? x - 10 : x + 10;
    double labelY = y + 4.5;
    for (int step = 1; step < 12 && overlaps(taken, labelX, labelY, width); step++) {
      labelY = y + 4.5 + (step % 2 == 0 ? -1 : 1) * 14 * ((step + 1) / 2);
    }
    taken.add(new double[] {labelX, labelY, width});
    return text(
        "<circle class=\"ring\" cx=\"%.1f\" cy=\"%.1f\" r=\"7\"/><text class=\"place\" paint-order=\"stroke\" x=\"%.1f\""
            + " y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
        x, y, labelX, labelY, left ? "end" : "start", label);
  }

  private static boolean overlaps(List<double[]> taken, double x, double y, double width) {
    return taken.stream()
        .anyMatch(t -> Math.abs(t[1] - y) < 13 && x < t[0] + t[2] && t[0] < x + width);
  }

  private static double[] bounds(List<Place> places) {
    double[] box = {
      Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    for (Place place : places) {
      box[0] = Math.min(box[0], place.x());
      box[1] = Math.max(box[1], place.x());
      box[2] = Math.min(box[2], place.y());
      box[3] = Math.max(box[3], place.y());
    }
    return box;
  }

  private static double x(Place place, double[] box) {
    double span = Math.max(1e-12, box[1] - box[0]);
    return MARGIN + (WIDTH - 2 * MARGIN) * (place.x() - box[0]) / span;
  }

  private static double y(Place place, double[] box) {
    double span = Math.max(1e-12, box[3] - box[2]);
    return MAP_HEIGHT - MARGIN - (MAP_HEIGHT - 2 * MARGIN) * (place.y() - box[2]) / span;
  }
}
