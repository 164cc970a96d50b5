package fennec.ui.control;

/**
 * The theme's colours for what is painted on a canvas, which no style sheet reaches; {@code
 * 0xRRGGBB}.
 *
 * @param background behind everything
 * @param text for words
 * @param muted for what is less important; still readable on the background
 * @param line for borders and links
 * @param accent for what is selected or has the focus
 */
public record CanvasColours(int background, int text, int muted, int line, int accent) {

  private static final CanvasColours LIGHT =
      new CanvasColours(0xffffff, 0x24292f, 0x57606a, 0xc3cad2, 0x0969da);
  private static final CanvasColours DARK =
      new CanvasColours(0x0d1117, 0xc9d1d9, 0x8b949e, 0x373e47, 0x58a6ff);

  /** The colours of the light or the dark theme. */
  public static CanvasColours of(boolean dark) {
    return dark ? DARK : LIGHT;
  }
}
