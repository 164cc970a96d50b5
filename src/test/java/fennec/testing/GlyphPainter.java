package fennec.testing;

import static fennec.testing.Noise.between;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** Eight letters of an invented alphabet, written with a shaky pen on paper. */
final class GlyphPainter implements SampleTask.Painter {

  static final List<String> CLASSES =
      List.of("arch", "comb", "fork", "gate", "hook", "ladder", "spiral", "wave");

  /** Strokes of each letter within -1 and 1: points of a line; several lines are apart by |. */
  private static final String[] STROKES = {
    "-.7,.9 -.7,0 -.4,-.7 0,-.9 .4,-.7 .7,0 .7,.9|-.3,.2 .3,.2",
    "-.8,-.8 .8,-.8|-.8,-.8 -.8,.3|-.27,-.8 -.27,.8|.27,-.8 .27,.3|.8,-.8 .8,.8",
    "0,.95 0,0 -.7,-.9|0,0 .7,-.9|0,0 0,-.9",
    "-.8,-.9 -.8,.9|.8,-.9 .8,.9|-.8,-.4 .8,.4|-.8,.4 .8,-.4",
    "-.5,-.9 .2,-.9 .6,-.5 .6,.2 .2,.7 -.4,.7 -.7,.3|.6,-.9 .6,-.5",
    "-.5,-.95 -.5,.95|.5,-.95 .5,.95|-.5,-.5 .5,-.5|-.5,0 .5,0|-.5,.5 .5,.5",
    "0,0 .25,-.15 .3,.2 0,.4 -.4,.25 -.5,-.2 -.2,-.6 .4,-.65 .8,-.2 .75,.5 .3,.9",
    "-.9,-.3 -.6,-.6 -.3,-.3 0,0 .3,.3 .6,0 .9,-.4|-.9,.5 -.6,.2 -.3,.5 0,.8 .3,.9"
  };

  private static final Color[] INKS = {
    new Color(0x1F2A44), new Color(0x5A1F1F), new Color(0x20402A), new Color(0x222222)
  };

  @Override
  public void paint(BufferedImage canvas, int classIndex, SplittableRandom random) {
    Color paper = Noise.near(new Color(0xEFE6D0), random, 7);
    Noise noise = new Noise(random);
    Noise.fill(canvas, (x, y) -> Noise.light(paper, 0.25 * (noise.fractal(x / 70, y / 70) - 0.6)));
    Graphics2D brush = SampleTask.brush(canvas);
    double side = canvas.getWidth();
    AffineTransform put = AffineTransform.getTranslateInstance(side / 2, side / 2);
    put.translate(between(random, -18, 18), between(random, -18, 18));
    put.rotate(between(random, -0.3, 0.3));
    put.shear(between(random, -0.25, 0.25), 0);
    double scale = between(random, 0.26, 0.38) * side;
    put.scale(scale, scale * between(random, 0.85, 1.15));
    float width = (float) between(random, 9, 22);
    brush.setColor(INKS[random.nextInt(INKS.length)]);
    brush.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (String stroke : STROKES[classIndex].split("\\|")) {
      brush.draw(put.createTransformedShape(shaky(stroke, random)));
    }
    brush.dispose();
  }

  /** A curve through the points, each a little off: corners are rounded through their middles. */
  private static Path2D shaky(String stroke, SplittableRandom random) {
    String[] points = stroke.split(" ");
    double[] x = new double[points.length];
    double[] y = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      String[] parts = points[i].split(",");
      x[i] = Double.parseDouble(parts[0]) + between(random, -0.07, 0.07);
      y[i] = Double.parseDouble(parts[1]) + between(random, -0.07, 0.07);
    }
    Path2D path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < x.length - 1; i++) {
      path.quadTo(x[i], y[i], (x[i] + x[i + 1]) / 2, (y[i] + y[i + 1]) / 2);
    }
    path.lineTo(x[x.length - 1], y[x.length - 1]);
    return path;
  }
}
