package fennec.io;

import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphLayout.Point;
import fennec.architecture.GraphLayout.Route;
import fennec.architecture.NodeFace;
import fennec.architecture.OperationKind;
import fennec.architecture.ShapePlaces;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a laid out graph as SVG 1.1: rounded boxes with a coloured header for the operation, key
 * attributes below, shapes on the edges. Plain shapes and presentation attributes only, no style
 * sheet, so that every viewer shows the same. The same layout gives the same bytes.
 */
public final class GraphSvgWriter {

  /** Background and lines. */
  public enum Theme {
    /** Dark lines on white. */
    LIGHT("#ffffff", "#f7f8fa", "#1f2933", "#52606d", "#7b8794", "#9aa5b1"),
    /** Light lines on near black, the ground of the dark window. */
    DARK("#0d1117", "#1c232c", "#e4e7eb", "#b6c0cb", "#9aa5b1", "#616e7c");

    private final String background;
    private final String box;
    private final String text;
    private final String detail;
    private final String edge;
    private final String border;

    Theme(String background, String box, String text, String detail, String edge, String border) {
      this.background = background;
      this.box = box;
      this.text = text;
      this.detail = detail;
      this.edge = edge;
      this.border = border;
    }

    /** Colour of the ground as {@code #rrggbb}. */
    public String background() {
      return background;
    }

    /** Colour of boxes below their header. */
    public String box() {
      return box;
    }

    /** Colour of the text on boxes. */
    public String text() {
      return text;
    }

    /** Colour of the shapes beside lines. */
    public String detail() {
      return detail;
    }

    /** Colour of lines. */
    public String edge() {
      return edge;
    }

    /** Colour of the rims of boxes. */
    public String border() {
      return border;
    }
  }

  private static final double HEADER = 24;
  private static final double LINE = 15;
  private static final double ROUND = 6;
  private static final double LETTER = 6.1;
  private static final double SHAPE_BELOW = 13;

  private final Theme theme;

  /** A writer in the colours of {@code theme}. */
  public GraphSvgWriter(Theme theme) {
    this.theme = theme;
  }

  /** Colour of a kind of operations as {@code #rrggbb}; white letters are readable on it. */
  public static String colour(OperationKind kind) {
    return switch (kind) {
      case CONVOLUTION -> "#2f6fb3";
      case LINEAR -> "#5b4fae";
      case ATTENTION -> "#a0438f";
      case NORMALISATION -> "#2f7d5b";
      case ACTIVATION -> "#a8452f";
      case POOLING -> "#2a7a86";
      case SHAPE -> "#6b6252";
      case ELEMENTWISE -> "#4c5866";
      case OTHER -> "#333c46";
    };
  }

  /**
   * Writes {@code layout} to {@code target}.
   *
   * @throws FennecException if the file cannot be written
   */
  public void write(GraphLayout layout, Path target) throws FennecException {
    byte[] bytes = svg(layout).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(target, out -> out.write(bytes));
  }

  /** {@code layout} as a text. */
  public String svg(GraphLayout layout) {
    StringBuilder svg = new StringBuilder(4096);
    double width = Math.ceil(layout.width());
    double height = Math.ceil(layout.height());
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(number(width));
    svg.append("\" height=\"").append(number(height)).append("\" viewBox=\"0 0 ");
    svg.append(number(width)).append(' ').append(number(height));
    svg.append("\" font-family=\"Inter, 'DejaVu Sans', Helvetica, Arial, sans-serif\">\n");
    svg.append("<title>").append(escaped(layout.graph().name())).append("</title>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"").append(theme.background);
    svg.append("\"/>\n<g fill=\"none\" stroke=\"").append(theme.edge);
    svg.append("\" stroke-width=\"1.2\">\n");
    layout.routes().forEach(route -> line(svg, route));
    svg.append("</g>\n<g fill=\"").append(theme.edge).append("\">\n");
    layout.routes().forEach(route -> arrow(svg, route));
    svg.append("</g>\n");
    layout.boxes().values().forEach(box -> box(svg, box));
    svg.append("<g font-size=\"10\" fill=\"").append(theme.detail).append("\">\n");
    Set<String> done = new HashSet<>();
    ShapePlaces places = new ShapePlaces(layout);
    List<Box> taken = new ArrayList<>(layout.boxes().values());
    layout.routes().forEach(route -> shape(svg, places, route, done, taken));
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void line(StringBuilder svg, Route route) {
    List<Point> points = route.points();
    if (points.size() < 2) {
      return;
    }
    svg.append("<path d=\"M").append(at(points.get(0)));
    for (int i = 1; i < points.size(); i++) {
      Point corner = points.get(i);
      if (i == points.size() - 1) {
        svg.append('L').append(at(corner));
      } else {
        svg.append('L').append(at(towards(corner, points.get(i - 1))));
        svg.append('Q').append(at(corner)).append(' ');
        svg.append(at(towards(corner, points.get(i + 1))));
      }
    }
    svg.append(route.rail() ? "\" stroke-dasharray=\"5 3\" stroke-opacity=\"0.7\"/>\n" : "\"/>\n");
  }

  /** The point {@code ROUND} pixels, or half the way, from {@code from} to {@code to}. */
  private static Point towards(Point from, Point to) {
    double distance = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double part = distance == 0 ? 0 : Math.min(ROUND, distance / 2) / distance;
    return new Point(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
  }

  private static void arrow(StringBuilder svg, Route route) {
    List<Point> corners = route.arrow();
    if (!corners.isEmpty()) {
      svg.append("<path d=\"M").append(at(corners.get(0))).append('L').append(at(corners.get(1)));
      svg.append('L').append(at(corners.get(2))).append("Z\"/>\n");
    }
  }

  private void box(StringBuilder svg, Box box) {
    NodeFace face = box.face();
    String colour = colour(face.kind());
    if (face.foldable()) {
      rect(svg, new Box(box.x() + 4, box.y() + 4, box.width(), box.height(), face), colour, 0.45);
    }
    rect(svg, box, theme.box, 1);
    double x = box.x();
    double y = box.y();
    double right = x + box.width();
    svg.append("<path fill=\"").append(colour).append("\" d=\"");
    if (face.lines().isEmpty()) {
      svg.setLength(svg.length() - "<path fill=\"\" d=\"".length() - colour.length());
      rect(svg, box, colour, 1);
    } else {
      svg.append('M').append(at(new Point(x, y + HEADER))).append("V").append(number(y + ROUND));
      svg.append("a6 6 0 0 1 6 -6H").append(number(right - ROUND));
      svg.append("a6 6 0 0 1 6 6V").append(number(y + HEADER)).append("Z\"/>\n");
    }
    svg.append("<text x=\"").append(number(x + 10)).append("\" y=\"").append(number(y + 16.5));
    svg.append("\" font-size=\"12\" font-weight=\"bold\" fill=\"#ffffff\">");
    svg.append(escaped(face.title())).append("</text>\n");
    if (face.foldable()) {
      svg.append("<path fill=\"none\" stroke=\"#ffffff\" stroke-width=\"1.6\" d=\"M");
      svg.append(at(new Point(right - 19, y + 12))).append("h8m-4 -4v8\"/>\n");
    }
    for (int i = 0; i < face.lines().size(); i++) {
      svg.append("<text x=\"").append(number(x + 10)).append("\" y=\"");
      svg.append(number(y + HEADER + 14 + i * LINE)).append("\" font-size=\"11\" fill=\"");
      svg.append(theme.text).append("\">").append(escaped(face.lines().get(i)));
      svg.append("</text>\n");
    }
  }

  private void rect(StringBuilder svg, Box box, String fill, double opacity) {
    svg.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y()));
    svg.append("\" width=\"").append(number(box.width())).append("\" height=\"");
    svg.append(number(box.height())).append("\" rx=\"6\" fill=\"").append(fill);
    svg.append("\" stroke=\"").append(theme.border).append('"');
    svg.append(opacity < 1 ? " opacity=\"" + opacity + "\"/>\n" : "/>\n");
  }

  /**
   * The shape at the start of the line or, where another stands there, at its end; once for each
   * output of a box.
   */
  private void shape(
      StringBuilder svg, ShapePlaces places, Route route, Set<String> done, List<Box> taken) {
    if (route.shape().isEmpty() || route.rail() || route.points().size() < 2) {
      return;
    }
    String text = route.shape().get().toString();
    if (done.contains(route.from() + " " + text)) {
      return;
    }
    for (Point place : places.of(route, text.length() * LETTER, SHAPE_BELOW)) {
      Box space = new Box(place.x(), place.y() - 9, text.length() * LETTER, 11, null);
      if (taken.stream().noneMatch(other -> overlap(space, other))) {
        taken.add(space);
        done.add(route.from() + " " + text);
        String position = "<text x=\"" + number(place.x()) + "\" y=\"" + number(place.y()) + "\"";
        svg.append(position).append(" stroke=\"").append(theme.background);
        svg.append("\" stroke-width=\"5\" stroke-linejoin=\"round\">").append(escaped(text));
        svg.append("</text>").append(position).append('>').append(escaped(text));
        svg.append("</text>\n");
        return;
      }
    }
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }

  private static String at(Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c < 0x20 || c == 0xfffe || c == 0xffff ? ' ' : c)
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
