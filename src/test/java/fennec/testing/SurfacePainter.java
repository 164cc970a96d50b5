package fennec.testing;

import static fennec.testing.Noise.between;
import static fennec.testing.Noise.light;
import static fennec.testing.Noise.mix;
import static fennec.testing.Noise.near;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Six surfaces seen close up, each with its own scale, direction and tint from picture to picture.
 */
final class SurfacePainter implements SampleTask.Painter {

  static final List<String> CLASSES =
      List.of("brick", "gravel", "leather", "marble", "weave", "wood");

  @Override
  public void paint(BufferedImage canvas, int classIndex, SplittableRandom random) {
    Noise noise = new Noise(random);
    double turn = between(random, -0.5, 0.5);
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double zoom = between(random, 0.75, 1.35);
    Noise.Shade shade =
        switch (classIndex) {
          case 0 -> brick(noise, random);
          case 1 -> gravel(noise, random);
          case 2 -> leather(noise, random);
          case 3 -> marble(noise, random);
          case 4 -> weave(noise, random);
          default -> wood(noise, random);
        };
    Noise.fill(
        canvas,
        (x, y) -> shade.at((x * cos - y * sin) * zoom + 900, (x * sin + y * cos) * zoom + 900));
  }

  private static Noise.Shade brick(Noise noise, SplittableRandom random) {
    Color clay = near(new Color(0xA6553C), random, 18);
    Color mortar = near(new Color(0xCFC6B8), random, 12);
    return (x, y) -> {
      double row = Math.floor(y / 34);
      double along = x / 78 + (row % 2 == 0 ? 0.5 : 0);
      double wobble = 4 * (noise.fractal(x / 18, y / 18) - 0.5);
      double edge =
          Math.min(
              Math.min(y - row * 34, row * 34 + 34 - y),
              78 * Math.min(along - Math.floor(along), Math.floor(along) + 1 - along));
      double grain = noise.fractal(x / 7, y / 7) - 0.5;
      double own = noise.cell((long) Math.floor(along), (long) row) - 0.5;
      Color stone = light(clay, 0.4 * own + 0.35 * grain);
      return mix(light(mortar, 0.3 * grain), stone, (edge + wobble - 2.2) / 2);
    };
  }

  private static Noise.Shade gravel(Noise noise, SplittableRandom random) {
    Color stone = near(new Color(0x9A948A), random, 14);
    Color warm = near(new Color(0xB59B7A), random, 14);
    return (x, y) -> {
      double[] near = noise.nearest(x / 30, y / 30);
      double gap = near[1] - near[0];
      Color own = mix(stone, warm, near[2] * 1.4 - 0.2);
      double round = 0.5 - 1.1 * near[0] + 0.5 * (near[2] - 0.5);
      double grain = noise.fractal(x / 6, y / 6) - 0.5;
      return mix(new Color(0x2A2622), light(own, 0.55 * round + 0.25 * grain), gap * 7);
    };
  }

  private static Noise.Shade leather(Noise noise, SplittableRandom random) {
    Color hide = near(random.nextBoolean() ? new Color(0x6B3A22) : new Color(0x8C5A34), random, 14);
    return (x, y) -> {
      double bend = 10 * noise.fractal(x / 40, y / 40);
      double[] near = noise.nearest((x + bend) / 13, (y - bend) / 13);
      double crease = Math.min(1, (near[1] - near[0]) * 2.6);
      double sheen = noise.fractal(x / 120, y / 120) - 0.5;
      return light(hide, 0.30 * crease - 0.26 + 0.55 * sheen);
    };
  }

  private static Noise.Shade marble(Noise noise, SplittableRandom random) {
    Color stone = near(new Color(0xE9E6E1), random, 10);
    Color vein = near(random.nextBoolean() ? new Color(0x5F6672) : new Color(0x7B6A55), random, 14);
    return (x, y) -> {
      double bend = 150 * noise.fractal(x / 130, y / 130);
      double wide = Math.abs(Math.sin((x + y * 0.4 + bend * 1.6) / 62));
      double thin = Math.abs(Math.sin((x * 0.3 - y + bend * 2.1 + 40) / 41));
      double cloud = noise.fractal(x / 60 + 50, y / 60);
      Color ground = mix(stone, vein, 0.5 * (cloud - 0.45));
      Color crossed = mix(vein, ground, 0.25 + wide * 5);
      return mix(vein, crossed, 0.55 + thin * 6);
    };
  }

  private static Noise.Shade weave(Noise noise, SplittableRandom random) {
    Color warp = near(new Color(0x4D6A8A), random, 40);
    Color weft = near(new Color(0xD9D2C3), random, 20);
    double pitch = between(random, 13, 18);
    return (x, y) -> {
      double u = x / pitch;
      double v = y / pitch;
      boolean over = Math.floorMod((long) Math.floor(u) + (long) Math.floor(v), 2) == 0;
      double across = over ? u - Math.floor(u) : v - Math.floor(v);
      double along = over ? v - Math.floor(v) : u - Math.floor(u);
      double round = Math.sin(Math.PI * across) * (0.55 + 0.45 * Math.sin(Math.PI * along));
      double fibre =
          over ? noise.smooth(x / 1.6, y / 22) - 0.5 : noise.smooth(x / 22, y / 1.6) - 0.5;
      return light(over ? warp : weft, 0.75 * round - 0.55 + 0.22 * fibre);
    };
  }

  private static Noise.Shade wood(Noise noise, SplittableRandom random) {
    Color pale = near(new Color(0xC99A62), random, 16);
    Color dark = near(new Color(0x7A4A24), random, 14);
    return (x, y) -> {
      double plank = Math.floor(y / 92);
      double shift = 400 * noise.cell((long) plank, 3);
      double bend = noise.fractal((x + shift) / 190, y / 46 + plank * 9);
      double ring = bend * 13;
      double line = Math.pow(ring - Math.floor(ring), 2.2);
      double fibre = noise.smooth((x + shift) / 26, y / 1.8) - 0.5;
      double gap = Math.min(y - plank * 92, plank * 92 + 92 - y);
      double own = 0.25 * (noise.cell((long) plank, 8) - 0.5);
      Color grain = light(mix(pale, dark, 0.75 * line), own + 0.16 * fibre);
      return mix(new Color(0x3A2413), grain, (gap - 0.6) / 1.6);
    };
  }
}
