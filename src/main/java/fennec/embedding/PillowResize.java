package fennec.embedding;

/**
 * Pillow's BICUBIC resize (a = -0.5), bit for bit: antialiased, separable, columns first, with
 * coefficients in fixed point (22 bits) and rounding to 8 bits between the passes. Only the pixels
 * of the wanted window are computed. Source: Pillow 12, {@code src/libImaging/Resample.c}.
 *
 * <p>Cost: about {@code 12 w h} multiplications for a reduction of a w x h picture.
 */
public final class PillowResize {

  private static final int PRECISION_BITS = 32 - 8 - 2;
  private static final int HALF = 1 << (PRECISION_BITS - 1);
  private static final double SUPPORT = 2.0;
  private static final double A = -0.5;

  private PillowResize() {}

  /**
   * The window {@code [left, left + cropWidth) x [top, top + cropHeight)} of {@code image} resized
   * to {@code width x height}.
   *
   * @return {@code 3 * cropWidth * cropHeight} bytes, row by row, red green blue
   */
  public static byte[] resize(DecodedImage image, int width, int height, Window window) {
    Taps columns = taps(image.width(), width, window.left(), window.width());
    Taps rows = taps(image.height(), height, window.top(), window.height());
    int firstRow = rows.first[0];
    int last = window.height() - 1;
    int usedRows = rows.first[last] + rows.count[last] - firstRow;
    byte[] narrowed =
        image.width() == width
            ? cutColumns(image, window, firstRow, usedRows)
            : resizeColumns(image, columns, firstRow, usedRows);
    if (image.height() == height) {
      return narrowed;
    }
    return resizeRows(narrowed, window.width(), rows, firstRow);
  }

  /** A rectangle of the resized picture. */
  public record Window(int left, int top, int width, int height) {}

  private record Taps(int[] first, int[] count, int[][] weight) {}

  private static Taps taps(int in, int out, int from, int number) {
    double scale = (double) in / out;
    double filterScale = Math.max(scale, 1.0);
    double support = SUPPORT * filterScale;
    double step = 1.0 / filterScale;
    int[] first = new int[number];
    int[] count = new int[number];
    int[][] weight = new int[number][];
    for (int i = 0; i < number; i++) {
      if (in == out) {
        first[i] = from + i;
        count[i] = 1;
        continue;
      }
      double centre = (from + i + 0.5) * scale;
      int low = Math.max((int) (centre - support + 0.5), 0);
      int high = Math.min((int) (centre + support + 0.5), in);
      double[] exact = new double[high - low];
      double sum = 0;
      for (int x = 0; x < exact.length; x++) {
        exact[x] = bicubic((x + low - centre + 0.5) * step);
        sum += exact[x];
      }
      int[] fixed = new int[exact.length];
      for (int x = 0; x < exact.length; x++) {
        double scaled = (sum == 0 ? exact[x] : exact[x] / sum) * (1 << PRECISION_BITS);
        fixed[x] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
      }
      first[i] = low;
      count[i] = exact.length;
      weight[i] = fixed;
    }
    return new Taps(first, count, weight);
  }

  private static double bicubic(double x) {
    double t = Math.abs(x);
    if (t < 1.0) {
      return ((A + 2.0) * t - (A + 3.0)) * t * t + 1;
    }
    return t < 2.0 ? (((t - 5) * t + 8) * t - 4) * A : 0.0;
  }

  private static byte[] cutColumns(DecodedImage image, Window window, int firstRow, int rows) {
    byte[] out = new byte[3 * window.width() * rows];
    for (int y = 0; y < rows; y++) {
      int from = 3 * ((firstRow + y) * image.width() + window.left());
      System.arraycopy(image.rgb(), from, out, 3 * window.width() * y, 3 * window.width());
    }
    return out;
  }

  private static byte[] resizeColumns(DecodedImage image, Taps taps, int firstRow, int rows) {
    int number = taps.first.length;
    byte[] out = new byte[3 * number * rows];
    int to = 0;
    for (int y = 0; y < rows; y++) {
      int row = 3 * (firstRow + y) * image.width();
      for (int i = 0; i < number; i++) {
        dot(image.rgb(), row + 3 * taps.first[i], 3, taps.weight[i], out, to);
        to += 3;
      }
    }
    return out;
  }

  private static byte[] resizeRows(byte[] narrowed, int width, Taps taps, int firstRow) {
    int number = taps.first.length;
    int stride = 3 * width;
    byte[] out = new byte[stride * number];
    for (int i = 0; i < number; i++) {
      int from = (taps.first[i] - firstRow) * stride;
      for (int x = 0; x < stride; x += 3) {
        dot(narrowed, from + x, stride, taps.weight[i], out, stride * i + x);
      }
    }
    return out;
  }

  /** One pixel: the weighted sum of pixels {@code step} bytes apart, each channel rounded. */
  private static void dot(byte[] in, int from, int step, int[] weight, byte[] out, int to) {
    int red = HALF;
    int green = HALF;
    int blue = HALF;
    int at = from;
    for (int w : weight) {
      red += w * (in[at] & 0xff);
      green += w * (in[at + 1] & 0xff);
      blue += w * (in[at + 2] & 0xff);
      at += step;
    }
    out[to] = clip(red);
    out[to + 1] = clip(green);
    out[to + 2] = clip(blue);
  }

  private static byte clip(int sum) {
    return (byte) Math.min(Math.max(sum >> PRECISION_BITS, 0), 255);
  }
}
