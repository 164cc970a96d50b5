package fennec.testing;

import static fennec.testing.Noise.between;
import static fennec.testing.Noise.light;
import static fennec.testing.Noise.mix;
import static fennec.testing.Noise.near;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** Six kinds of land seen from above. */
final class TerrainPainter implements SampleTask.Painter {

  static final List<String> CLASSES =
      List.of("coast", "dunes", "fields", "forest", "river", "town");

  private static final Color[] CROPS = {
    new Color(0x7E9C4A),
    new Color(0xC9B458),
    new Color(0x9AAE5C),
    new Color(0x8B6B46),
    new Color(0x5F8443),
    new Color(0xD8C98A)
  };
  private static final Color[] ROOFS = {
    new Color(0xB5553D),
    new Color(0x8F4A3A),
    new Color(0x9C9A98),
    new Color(0xC97F5A),
    new Color(0x5E6670)
  };

  @Override
  public void paint(BufferedImage canvas, int classIndex, SplittableRandom random) {
    Noise noise = new Noise(random);
    switch (classIndex) {
      case 0 -> coast(canvas, noise, random);
      case 1 -> dunes(canvas, noise, random);
      case 2 -> fields(canvas, noise, random);
      case 3 -> {
        meadow(canvas, noise, near(new Color(0x3B5230), random, 8));
        trees(canvas, random, between(random, 900, 1300));
      }
      case 4 -> river(canvas, noise, random);
      default -> town(canvas, noise, random);
    }
  }

  private static void meadow(BufferedImage canvas, Noise noise, Color grass) {
    Noise.fill(
        canvas,
        (x, y) ->
            light(
                grass,
                0.5 * (noise.fractal(x / 60, y / 60) - 0.5)
                    + 0.2 * (noise.fractal(x / 6, y / 6) - 0.5)));
  }

  private static void trees(BufferedImage canvas, SplittableRandom random, double count) {
    Graphics2D brush = SampleTask.brush(canvas);
    for (int i = 0; i < count; i++) {
      tree(
          brush,
          between(random, 0, canvas.getWidth()),
          between(random, 0, canvas.getHeight()),
          random);
    }
    brush.dispose();
  }

  private static void tree(Graphics2D brush, double x, double y, SplittableRandom random) {
    double r = between(random, 4, 10);
    Color crown = near(new Color(0x3F6B35), random, 18);
    brush.setColor(new Color(10, 20, 10, 120));
    brush.fill(new Ellipse2D.Double(x - r + 3, y - r + 4, 2 * r, 2 * r));
    brush.setColor(crown);
    brush.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    brush.setColor(light(crown, 0.16));
    brush.fill(new Ellipse2D.Double(x - 0.7 * r, y - 0.8 * r, r, r));
  }

  private static void coast(BufferedImage canvas, Noise noise, SplittableRandom random) {
    double turn = between(random, 0, 2 * Math.PI);
    double middle = between(random, -25, 25);
    Color deep = near(new Color(0x1E5A7D), random, 12);
    Color shallow = near(new Color(0x5FB0B4), random, 10);
    Color sand = near(new Color(0xE3D2A2), random, 10);
    Color grass = near(new Color(0x6D8A4A), random, 12);
    double half = canvas.getWidth() / 2.0;
    Noise.fill(
        canvas,
        (x, y) -> {
          double out =
              (x - half) * Math.cos(turn)
                  + (y - half) * Math.sin(turn)
                  + middle
                  + 110 * (noise.fractal(x / 110, y / 110) - 0.5);
          double grain = 0.2 * (noise.fractal(x / 8, y / 8) - 0.5);
          if (out > 0) {
            double foam = noise.smooth(x / 9, y / 9);
            Color water = mix(shallow, deep, out / 90);
            return out < 7 * foam ? mix(Color.WHITE, water, 0.2) : light(water, 0.6 * grain);
          }
          return light(mix(sand, grass, (-out - 26) / 18), grain);
        });
  }

  private static void dunes(BufferedImage canvas, Noise noise, SplittableRandom random) {
    double turn = between(random, 0, 2 * Math.PI);
    double pitch = between(random, 34, 58);
    Color sand = near(new Color(0xD3A566), random, 14);
    Noise.fill(
        canvas,
        (x, y) -> {
          double across =
              (x * Math.cos(turn) + y * Math.sin(turn)) / pitch
                  + 3.2 * noise.fractal(x / 130, y / 130);
          double phase = across - Math.floor(across);
          double slope = phase < 0.7 ? phase / 0.7 * 0.42 - 0.12 : -0.42 + (phase - 0.7);
          double ripple = 0.08 * Math.sin((x * Math.sin(turn) - y * Math.cos(turn)) / 2.4);
          return light(sand, slope + ripple * (phase < 0.7 ? 1 : 0.2));
        });
  }

  private static void fields(BufferedImage canvas, Noise noise, SplittableRandom random) {
    double turn = between(random, -0.6, 0.6);
    double wide = between(random, 70, 110);
    double tall = between(random, 50, 90);
    Noise.fill(
        canvas,
        (x, y) -> {
          double u = x * Math.cos(turn) - y * Math.sin(turn) + 800;
          double v = x * Math.sin(turn) + y * Math.cos(turn) + 800;
          double column = Math.floor(u / wide);
          double shifted = v + tall * noise.cell((long) column, 4);
          double row = Math.floor(shifted / tall);
          double pick = noise.cell((long) column, (long) row);
          Color crop = CROPS[(int) (pick * CROPS.length)];
          boolean along = pick * 97 % 1 < 0.5;
          double furrow = 0.10 * Math.sin((along ? u : v) / (1.6 + 2 * (pick * 31 % 1)));
          double edge =
              Math.min(
                  Math.min(u - column * wide, column * wide + wide - u),
                  Math.min(shifted - row * tall, row * tall + tall - shifted));
          double soil = 0.35 * (noise.fractal(x / 50, y / 50) - 0.5);
          return mix(new Color(0x55663A), light(crop, furrow + soil), (edge - 1.5) / 2);
        });
  }

  private static void river(BufferedImage canvas, Noise noise, SplittableRandom random) {
    double turn = between(random, 0, Math.PI);
    double width = between(random, 16, 30);
    double bends = between(random, 40, 62);
    double phase = between(random, 0, 6);
    Color water = near(new Color(0x3E6F80), random, 12);
    Color bank = near(new Color(0xBFA97C), random, 10);
    Color grass = near(new Color(0x6F8E4B), random, 12);
    double half = canvas.getWidth() / 2.0;
    Noise.fill(
        canvas,
        (x, y) -> {
          double along = (x - half) * Math.cos(turn) + (y - half) * Math.sin(turn);
          double across = (y - half) * Math.cos(turn) - (x - half) * Math.sin(turn);
          double wobble = 30 * (noise.fractal(x / 60, y / 60) - 0.5);
          double away = Math.abs(across + 46 * Math.sin(along / bends + phase) + wobble);
          double land =
              0.45 * (noise.fractal(x / 55, y / 55) - 0.5)
                  + 0.2 * (noise.fractal(x / 6, y / 6) - 0.5);
          Color dry = mix(bank, light(grass, land), (away - width - 4) / 7);
          return mix(light(water, 0.3 * land), dry, (away - width) / 3);
        });
    Graphics2D brush = SampleTask.brush(canvas);
    for (int i = 0; i < 90; i++) {
      double x = between(random, 0, canvas.getWidth());
      double y = between(random, 0, canvas.getHeight());
      int rgb = canvas.getRGB((int) x, (int) y);
      if ((rgb & 255) < ((rgb >> 8) & 255) - 30) {
        tree(brush, x, y, random);
      }
    }
    brush.dispose();
  }

  private static void town(BufferedImage canvas, Noise noise, SplittableRandom random) {
    meadow(canvas, noise, near(new Color(0x758A5A), random, 10));
    Graphics2D brush = SampleTask.brush(canvas);
    double half = canvas.getWidth() / 2.0;
    brush.translate(half, half);
    brush.rotate(between(random, -0.6, 0.6));
    double block = between(random, 62, 84);
    Color street = near(new Color(0xA7A39C), random, 8);
    for (int i = -4; i <= 4; i++) {
      brush.setColor(street);
      brush.fill(new Rectangle2D.Double(-300, i * block - 7, 600, 14));
      brush.fill(new Rectangle2D.Double(i * block - 7, -300, 14, 600));
    }
    for (int i = -4; i < 4; i++) {
      for (int j = -4; j < 4; j++) {
        for (int house = 0; house < 4; house++) {
          double x = i * block + 12 + (house % 2 == 0 ? 0 : (block - 24) / 2);
          double y = j * block + 12 + (house < 2 ? 0 : (block - 24) / 2);
          if (random.nextDouble() < 0.85) {
            house(brush, x, y, (block - 34) / 2, random);
          } else {
            tree(brush, x + 12, y + 12, random);
          }
        }
      }
    }
    brush.dispose();
  }

  private static void house(
      Graphics2D brush, double x, double y, double side, SplittableRandom random) {
    double wide = side * between(random, 0.7, 1);
    double tall = side * between(random, 0.7, 1);
    Color roof = near(ROOFS[random.nextInt(ROOFS.length)], random, 12);
    brush.setColor(new Color(20, 20, 20, 110));
    brush.fill(new Rectangle2D.Double(x + 4, y + 5, wide, tall));
    brush.setColor(roof);
    brush.fill(new Rectangle2D.Double(x, y, wide, tall));
    brush.setColor(light(roof, 0.2));
    brush.fill(
        wide > tall
            ? new Rectangle2D.Double(x, y, wide, tall / 2)
            : new Rectangle2D.Double(x, y, wide / 2, tall));
  }
}
