package fennec.ui.map;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Widths of texts in one font, measured once each. */
public final class TextWidths {

  private final Font font;
  private final Map<String, Double> widths = new HashMap<>();

  /** Measures in {@code font}. */
  public TextWidths(Font font) {
    this.font = font;
  }

  /** Width of {@code text} in pixels. */
  public double of(String text) {
    return widths.computeIfAbsent(
        text,
        key -> {
          Text measured = new Text(key);
          measured.setFont(font);
          return Math.ceil(measured.getLayoutBounds().getWidth());
        });
  }

  /** The text, cut and ended by an ellipsis where it is wider than {@code room} pixels. */
  public String cut(String text, double room) {
    double width = of(text);
    if (width <= room) {
      return text;
    }
    int kept = Math.min(text.length() - 1, (int) (text.length() * room / width) + 1);
    while (kept > 4 && of(text.substring(0, kept) + "\u2026") > room) {
      kept--;
    }
    return text.substring(0, kept) + "\u2026";
  }
}
