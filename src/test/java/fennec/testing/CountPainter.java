package fennec.testing;

import static fennec.testing.Noise.between;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One to six shapes on a plain table; kind, size and colour say nothing about their number. */
final class CountPainter implements SampleTask.Painter {

  private static final Color[] TABLES = {
    new Color(0xF3EDE2), new Color(0xDCE7EA), new Color(0x2F3A4A), new Color(0xEFE0D0)
  };
  private static final Color[] PAINTS = {
    new Color(0xE4572E),
    new Color(0x17BEBB),
    new Color(0xFFC914),
    new Color(0x76B041),
    new Color(0x7D5BA6),
    new Color(0xF45B90),
    new Color(0x3A86C8)
  };

  @Override
  public void paint(BufferedImage canvas, int classIndex, SplittableRandom random) {
    int side = canvas.getWidth();
    Color table = TABLES[random.nextInt(TABLES.length)];
    Noise noise = new Noise(random);
    Noise.fill(canvas, (x, y) -> Noise.light(table, 0.08 * (noise.fractal(x / 90, y / 90) - 0.5)));
    Graphics2D brush = SampleTask.brush(canvas);
    List<double[]> placed = new ArrayList<>();
    int kind = random.nextInt(5);
    while (placed.size() <= classIndex) {
      double radius = between(random, 22, 38);
      double x = between(random, radius + 8, side - radius - 8);
      double y = between(random, radius + 8, side - radius - 8);
      boolean apart =
          placed.stream().allMatch(p -> Math.hypot(p[0] - x, p[1] - y) > p[2] + radius + 6);
      if (apart) {
        placed.add(new double[] {x, y, radius});
      }
    }
    for (double[] place : placed) {
      Shape shape = shape(kind == 4 ? random.nextInt(4) : kind);
      AffineTransform put = AffineTransform.getTranslateInstance(place[0], place[1]);
      put.rotate(between(random, 0, 2 * Math.PI));
      put.scale(place[2], place[2]);
      Color paint = PAINTS[random.nextInt(PAINTS.length)];
      brush.setColor(new Color(0, 0, 0, 60));
      brush.fill(
          AffineTransform.getTranslateInstance(5, 7)
              .createTransformedShape(put.createTransformedShape(shape)));
      brush.setColor(paint);
      brush.fill(put.createTransformedShape(shape));
      AffineTransform inner = new AffineTransform(put);
      inner.scale(0.72, 0.72);
      brush.setColor(Noise.light(paint, 0.18));
      brush.fill(inner.createTransformedShape(shape));
    }
    brush.dispose();
  }

  private static Shape shape(int kind) {
    return switch (kind) {
      case 0 -> new Ellipse2D.Double(-0.9, -0.9, 1.8, 1.8);
      case 1 -> new Rectangle2D.Double(-0.72, -0.72, 1.44, 1.44);
      case 2 -> star(3, 1);
      default -> star(5, 0.5);
    };
  }

  private static Shape star(int points, double inner) {
    Path2D path = new Path2D.Double();
    int corners = inner < 1 ? 2 * points : points;
    for (int i = 0; i < corners; i++) {
      double radius = i % 2 == 1 && inner < 1 ? inner : 1;
      double angle = 2 * Math.PI * i / corners;
      if (i == 0) {
        path.moveTo(radius, 0);
      } else {
        path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
      }
    }
    path.closePath();
    return path;
  }
}
