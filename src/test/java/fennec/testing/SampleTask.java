package fennec.testing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One drawn task: its classes and who draws them.
 *
 * @param name name of its folder
 * @param classes names of its classes, each a sub-folder
 * @param imagesPerClass number of pictures of each class
 * @param painter draws one picture
 */
record SampleTask(String name, List<String> classes, int imagesPerClass, Painter painter) {

  /** Side of a picture in pixels. */
  static final int SIZE = 144;

  /** Pictures are drawn at this side and made smaller, which smooths every edge. */
  static final int CANVAS = 2 * SIZE;

  /** Draws one picture of a class. */
  @FunctionalInterface
  interface Painter {
    /** Fills {@code canvas}, {@link #CANVAS} pixels a side, with a picture of the class. */
    void paint(BufferedImage canvas, int classIndex, SplittableRandom random);
  }

  /** All tasks. */
  static List<SampleTask> all() {
    return List.of(
        new SampleTask("counting", List.of("1", "2", "3", "4", "5", "6"), 11, new CountPainter()),
        new SampleTask("glyphs", GlyphPainter.CLASSES, 8, new GlyphPainter()),
        new SampleTask("parts", PartPainter.CLASSES, 13, new PartPainter()),
        new SampleTask("surfaces", SurfacePainter.CLASSES, 11, new SurfacePainter()),
        new SampleTask("terrain", TerrainPainter.CLASSES, 11, new TerrainPainter()));
  }

  /** Picture number {@code index} of a class; the same numbers always give the same picture. */
  BufferedImage draw(int classIndex, int index, long seed) {
    long own = seed * 1_000_003L + name.hashCode() * 8191L + classIndex * 127L + index;
    BufferedImage canvas = new BufferedImage(CANVAS, CANVAS, BufferedImage.TYPE_INT_RGB);
    painter.paint(canvas, classIndex, new SplittableRandom(own));
    BufferedImage small = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        small.setRGB(x, y, meanOfFour(canvas, 2 * x, 2 * y));
      }
    }
    return small;
  }

  private static int meanOfFour(BufferedImage canvas, int x, int y) {
    int red = 2;
    int green = 2;
    int blue = 2;
    for (int i = 0; i < 4; i++) {
      int rgb = canvas.getRGB(x + i % 2, y + i / 2);
      red += (rgb >> 16) & 255;
      green += (rgb >> 8) & 255;
      blue += rgb & 255;
    }
    return ((red / 4) << 16) | ((green / 4) << 8) | (blue / 4);
  }

  /** A brush with smooth edges. */
  static Graphics2D brush(BufferedImage canvas) {
    Graphics2D brush = canvas.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return brush;
  }
}
