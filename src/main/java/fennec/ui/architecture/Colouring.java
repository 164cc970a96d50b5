package fennec.ui.architecture;

import java.util.List;
import java.util.Map;

/**
 * The colour of every part that is seen, with what the colours mean. Immutable.
 *
 * @param colours {@code #rrggbb} by id of the part
 * @param marks a sign that stands for the colour, for those who cannot tell colours; may be empty
 * @param legend colours in their order with their meaning
 */
record Colouring(Map<String, String> colours, Map<String, String> marks, List<Entry> legend) {

  static final Colouring NONE = new Colouring(Map.of(), Map.of(), List.of());

  private static final String PLAIN = "#4c5866";

  /**
   * A colour and its meaning.
   *
   * @param colour {@code #rrggbb}
   * @param meaning in a word or two
   * @param parts how many parts have it
   */
  record Entry(String colour, String meaning, long parts) {}

  Colouring {
    colours = Map.copyOf(colours);
    marks = Map.copyOf(marks);
    legend = List.copyOf(legend);
  }

  String colour(String id) {
    return colours.getOrDefault(id, PLAIN);
  }

  String mark(String id) {
    return marks.getOrDefault(id, "");
  }

  /** Black or white, whichever is easier to read on {@code colour}. */
  static String textOn(String colour) {
    double light = luminance(colour);
    return (light + 0.05) * (light + 0.05) > 0.05 * 1.05 ? "#000000" : "#ffffff";
  }

  /** Relative luminance as WCAG 2.1 defines it, in [0, 1]. */
  static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
