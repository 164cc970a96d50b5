package fennec.ui.map;

import fennec.ui.control.CanvasColours;
import fennec.ui.control.ColourScale;

/**
 * How the points of a class look. Categories differ by colour and, where there are more than
 * colours, by shape; steps from low to high differ by lightness.
 *
 * @param colour {@code 0xRRGGBB}
 * @param shape its shape
 */
public record PointLook(int colour, Shape shape) {

  /** Shapes, in the order they are taken. */
  public enum Shape {
    CIRCLE("circle"),
    BOX("box"),
    DIAMOND("diamond"),
    TRIANGLE("triangle"),
    CROSS("cross");

    private final String css;

    Shape(String css) {
      this.css = css;
    }

    /** Its name in GraphStream's style sheets. */
    public String css() {
      return css;
    }
  }

  /** The look of class {@code index} of {@code classes}; grey for a class without a colour. */
  public static PointLook of(PointClasses classes, int index, boolean dark) {
    if (index < 0 || index >= classes.known()) {
      return new PointLook(CanvasColours.of(dark).muted(), Shape.CIRCLE);
    }
    if (classes.ordered()) {
      double part = classes.known() < 2 ? 1 : (double) index / (classes.known() - 1);
      return new PointLook(ColourScale.sequential(part, dark), Shape.CIRCLE);
    }
    int round = index / ColourScale.categories() % Shape.values().length;
    return new PointLook(ColourScale.category(index, dark), Shape.values()[round]);
  }
}
