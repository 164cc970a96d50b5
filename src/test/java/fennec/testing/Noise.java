package fennec.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Smooth noise over the plane from one seed, and what is made of it. */
final class Noise {

  private final long seed;

  Noise(SplittableRandom random) {
    this.seed = random.nextLong();
  }

  /** A colour for each pixel. */
  @FunctionalInterface
  interface Shade {
    Color at(double x, double y);
  }

  /** A number in [0, 1) that belongs to the lattice point. */
  double cell(long x, long y) {
    long h = seed ^ (x * 0x9E3779B97F4A7C15L) ^ (y * 0xC2B2AE3D27D4EB4FL);
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return ((h ^ (h >>> 31)) >>> 11) * 0x1.0p-53;
  }

  /** Lattice numbers smoothly joined, in [0, 1). */
  double smooth(double x, double y) {
    long ix = (long) Math.floor(x);
    long iy = (long) Math.floor(y);
    double fx = ease(x - ix);
    double fy = ease(y - iy);
    double top = mix(cell(ix, iy), cell(ix + 1, iy), fx);
    double bottom = mix(cell(ix, iy + 1), cell(ix + 1, iy + 1), fx);
    return mix(top, bottom, fy);
  }

  /** Smooth noise summed over four octaves, in [0, 1). */
  double fractal(double x, double y) {
    double sum = 0;
    double weight = 0.5;
    for (int octave = 0; octave < 4; octave++) {
      sum += weight * smooth(x * (1 << octave) + 17 * octave, y * (1 << octave) - 31 * octave);
      weight /= 2;
    }
    return sum / 0.9375;
  }

  /** Distance to the nearest and second nearest of points, one a lattice cell; and its number. */
  double[] nearest(double x, double y) {
    long ix = (long) Math.floor(x);
    long iy = (long) Math.floor(y);
    double first = 9;
    double second = 9;
    double number = 0;
    for (long cx = ix - 1; cx <= ix + 1; cx++) {
      for (long cy = iy - 1; cy <= iy + 1; cy++) {
        double px = cx + cell(2 * cx, 3 * cy + 1);
        double py = cy + cell(2 * cx + 1, 3 * cy + 2);
        double distance = Math.hypot(px - x, py - y);
        if (distance < first) {
          second = first;
          first = distance;
          number = cell(cx + 7919, cy - 104729);
        } else if (distance < second) {
          second = distance;
        }
      }
    }
    return new double[] {first, second, number};
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  /** The colour between {@code a} (t = 0) and {@code b} (t = 1); t beyond them is cut off. */
  static Color mix(Color a, Color b, double t) {
    double s = Math.max(0, Math.min(1, t));
    return new Color(
        (int) Math.round(mix(a.getRed(), b.getRed(), s)),
        (int) Math.round(mix(a.getGreen(), b.getGreen(), s)),
        (int) Math.round(mix(a.getBlue(), b.getBlue(), s)));
  }

  /** The colour made lighter (amount above 0) or darker. */
  static Color light(Color colour, double amount) {
    return amount >= 0 ? mix(colour, Color.WHITE, amount) : mix(colour, Color.BLACK, -amount);
  }

  /** Colours every pixel. */
  static void fill(BufferedImage canvas, Shade shade) {
    for (int y = 0; y < canvas.getHeight(); y++) {
      for (int x = 0; x < canvas.getWidth(); x++) {
        canvas.setRGB(x, y, shade.at(x, y).getRGB());
      }
    }
  }

  /** A number between {@code low} and {@code high}. */
  static double between(SplittableRandom random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A colour near {@code base}: each part moved by up to {@code by}. */
  static Color near(Color base, SplittableRandom random, int by) {
    return new Color(
        moved(base.getRed(), random, by),
        moved(base.getGreen(), random, by),
        moved(base.getBlue(), random, by));
  }

  private static int moved(int part, SplittableRandom random, int by) {
    return Math.max(0, Math.min(255, part + random.nextInt(2 * by + 1) - by));
  }
}
