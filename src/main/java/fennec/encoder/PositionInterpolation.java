package fennec.encoder;

/**
 * Stretches position embeddings from one grid to another as the Transformers library does for
 * DINOv2: bicubic convolution with a = -0.75, corners not aligned, no antialias, borders repeated.
 * Keys, IEEE Trans. ASSP 29 (1981) 1153.
 */
final class PositionInterpolation {

  private static final double A = -0.75;

  private PositionInterpolation() {}

  /**
   * Resamples {@code from} x {@code from} points of {@code width} numbers each, row by row.
   *
   * @return {@code to} x {@code to} points
   */
  static float[] resample(float[] points, int from, int to, int width) {
    double[] rows = new double[to * from * width];
    for (int y = 0; y < to; y++) {
      double[] weight = weights(y, from, to);
      int first = first(y, from, to);
      for (int tap = 0; tap < 4; tap++) {
        int source = clamp(first + tap, from) * from * width;
        for (int i = 0; i < from * width; i++) {
          rows[y * from * width + i] += weight[tap] * points[source + i];
        }
      }
    }
    float[] result = new float[to * to * width];
    for (int y = 0; y < to; y++) {
      for (int x = 0; x < to; x++) {
        double[] weight = weights(x, from, to);
        int first = first(x, from, to);
        for (int i = 0; i < width; i++) {
          double sum = 0;
          for (int tap = 0; tap < 4; tap++) {
            sum += weight[tap] * rows[(y * from + clamp(first + tap, from)) * width + i];
          }
          result[(y * to + x) * width + i] = (float) sum;
        }
      }
    }
    return result;
  }

  private static double position(int index, int from, int to) {
    return (index + 0.5) * from / to - 0.5;
  }

  private static int first(int index, int from, int to) {
    return (int) Math.floor(position(index, from, to)) - 1;
  }

  private static double[] weights(int index, int from, int to) {
    double position = position(index, from, to);
    double t = position - Math.floor(position);
    return new double[] {outer(1 + t), inner(t), inner(1 - t), outer(2 - t)};
  }

  private static double inner(double x) {
    return ((A + 2) * x - (A + 3)) * x * x + 1;
  }

  private static double outer(double x) {
    return ((A * x - 5 * A) * x + 8 * A) * x - 4 * A;
  }

  private static int clamp(int index, int size) {
    return Math.min(Math.max(index, 0), size - 1);
  }
}
