package fennec.io;

import java.util.Locale;
import java.util.stream.Collectors;

/** Text from outside as text of a page: whatever a file or a model is called stays a name. */
final class HtmlText {

  private HtmlText() {}

  /**
   * {@code text} for an element or a quoted attribute of HTML or SVG. Control characters, those
   * that turn the direction of reading and those that no page may hold become spaces.
   */
  static String escaped(String text) {
    return text.replaceAll(
            "[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069\\ufdd0-\\ufdef\\ufffe\\uffff]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;");
  }

  /** The same, line by line. */
  static String lines(String text) {
    return text.lines().map(HtmlText::escaped).collect(Collectors.joining("\n"));
  }

  /** A link to {@code url} named {@code text}; the text alone where the address is no web page. */
  static String link(String url, String text) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://")
        ? "<a href=\"" + escaped(url).replace(" ", "%20") + "\">" + escaped(text) + "</a>"
        : escaped(text);
  }
}
