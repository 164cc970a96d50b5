package fennec.ui.control;

import javafx.scene.paint.Color;

/** Numbers as paint. */
public final class Paints {

  private Paints() {}

  /** The colour {@code 0xRRGGBB}. */
  public static Color of(int rgb) {
    return of(rgb, 1);
  }

  /** The colour {@code 0xRRGGBB}, see-through below an opacity of 1. */
  public static Color of(int rgb, double opacity) {
    return Color.rgb((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff, opacity);
  }
}
