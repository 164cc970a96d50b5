package fennec.testing;

import static fennec.testing.Noise.between;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.TexturePaint;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** Turned metal rings with six holes on a dark belt: sound, or with one of four defects. */
final class PartPainter implements SampleTask.Painter {

  static final List<String> CLASSES = List.of("chip", "crack", "good", "scratch", "stain");

  @Override
  public void paint(BufferedImage canvas, int classIndex, SplittableRandom random) {
    Noise noise = new Noise(random);
    Color belt = Noise.near(new Color(0x2B3238), random, 8);
    Color metal = Noise.near(new Color(0xA9AEB2), random, 5);
    double cx = canvas.getWidth() / 2.0 + between(random, -10, 10);
    double cy = canvas.getHeight() / 2.0 + between(random, -10, 10);
    double outer = between(random, 104, 122);
    double lamp = between(random, 0, 2 * Math.PI);
    double turn = between(random, 0, 2 * Math.PI);
    Area ring = ring(cx, cy, outer, turn);
    if (classIndex == 0) {
      chip(ring, cx, cy, outer, random);
    }
    BufferedImage face =
        new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
    Noise.fill(
        face,
        (x, y) -> {
          double radius = Math.hypot(x - cx, y - cy);
          double angle = Math.atan2(y - cy, x - cx);
          // turning leaves fine circles, and light falls on them in two opposite fans
          double grooves = noise.smooth(radius / 1.7, 5) - 0.5;
          double fan = Math.pow(Math.cos(angle - lamp), 2) - 0.5;
          double rim = radius > outer - 7 ? 0.25 : 0;
          return Noise.light(metal, 0.16 * grooves + 0.42 * fan + rim);
        });
    Noise.fill(canvas, (x, y) -> Noise.light(belt, 0.14 * (noise.fractal(x / 14, y / 14) - 0.5)));
    Graphics2D brush = SampleTask.brush(canvas);
    brush.setColor(new Color(0, 0, 0, 110));
    brush.translate(6, 8);
    brush.fill(ring);
    brush.translate(-6, -8);
    brush.setPaint(
        new TexturePaint(face, new Rectangle2D.Double(0, 0, face.getWidth(), face.getHeight())));
    brush.fill(ring);
    brush.setColor(new Color(20, 24, 28, 130));
    brush.setStroke(new BasicStroke(2.5f));
    brush.draw(ring);
    brush.clip(ring);
    double at = between(random, 0, 2 * Math.PI);
    brush.translate(cx, cy);
    brush.rotate(at);
    brush.translate(0.69 * outer, 0);
    switch (classIndex) {
      case 1 -> crack(brush, outer, random);
      case 3 -> scratch(brush, random);
      case 4 -> stain(brush, random);
      default -> {}
    }
    brush.dispose();
  }

  private static Area ring(double cx, double cy, double outer, double turn) {
    Area ring = new Area(disc(cx, cy, outer));
    ring.subtract(new Area(disc(cx, cy, 0.38 * outer)));
    for (int hole = 0; hole < 6; hole++) {
      double angle = turn + hole * Math.PI / 3;
      double away = 0.69 * outer;
      ring.subtract(
          new Area(disc(cx + away * Math.cos(angle), cy + away * Math.sin(angle), 0.095 * outer)));
    }
    return ring;
  }

  private static Ellipse2D disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static void chip(Area ring, double cx, double cy, double outer, SplittableRandom random) {
    double angle = between(random, 0, 2 * Math.PI);
    for (int bite = 0; bite < 4; bite++) {
      double a = angle + between(random, -0.13, 0.13);
      double away = outer + between(random, -6, 6);
      double radius = between(random, 9, 20);
      ring.subtract(new Area(disc(cx + away * Math.cos(a), cy + away * Math.sin(a), radius)));
    }
  }

  private static void crack(Graphics2D brush, double outer, SplittableRandom random) {
    Path2D path = new Path2D.Double();
    double x = 0.33 * outer;
    double y = 0;
    path.moveTo(x, y);
    while (x > -0.34 * outer) {
      x -= between(random, 4, 11);
      y += between(random, -9, 9);
      path.lineTo(x, y);
    }
    brush.setColor(new Color(15, 15, 18, 225));
    brush.setStroke(
        new BasicStroke(
            (float) between(random, 2.6, 4.6), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    brush.draw(path);
  }

  private static void scratch(Graphics2D brush, SplittableRandom random) {
    brush.rotate(between(random, 0.9, 2.2));
    for (int line = 0; line < 2 + random.nextInt(3); line++) {
      double off = between(random, -12, 12);
      double half = between(random, 35, 75);
      Path2D path = new Path2D.Double();
      path.moveTo(-half, off);
      path.quadTo(0, off + between(random, -7, 7), half, off + between(random, -8, 8));
      brush.setColor(new Color(255, 255, 255, 215));
      brush.setStroke(new BasicStroke((float) between(random, 1.6, 3)));
      brush.draw(path);
    }
  }

  private static void stain(Graphics2D brush, SplittableRandom random) {
    for (int drop = 0; drop < 5; drop++) {
      double x = between(random, -17, 17);
      double y = between(random, -17, 17);
      float radius = (float) between(random, 12, 27);
      brush.setPaint(
          new RadialGradientPaint(
              (float) x,
              (float) y,
              radius,
              new float[] {0, 0.75f, 1},
              new Color[] {
                new Color(112, 62, 24, 150), new Color(92, 48, 16, 130), new Color(92, 48, 16, 0)
              }));
      brush.fill(disc(x, y, radius));
    }
  }
}
