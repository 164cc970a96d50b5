package fennec.ui.target;

import fennec.embedding.DecodedImage;

/**
 * A small picture, opaque, row by row.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb one number a pixel
 */
public record Thumbnail(int width, int height, int[] argb) {

  /** Longest side in pixels. */
  public static final int SIDE = 144;

  /** Shrinks {@code image} by the mean of the pixels under each new one. Cost O(width * height). */
  public static Thumbnail of(DecodedImage image) {
    int longest = Math.max(image.width(), image.height());
    double scale = Math.min(1, SIDE / (double) longest);
    int width = Math.max(1, (int) Math.round(image.width() * scale));
    int height = Math.max(1, (int) Math.round(image.height() * scale));
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      int top = (int) ((long) y * image.height() / height);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * image.height() / height));
      for (int x = 0; x < width; x++) {
        int left = (int) ((long) x * image.width() / width);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * image.width() / width));
        argb[y * width + x] = mean(image, left, top, right, bottom);
      }
    }
    return new Thumbnail(width, height, argb);
  }

  private static int mean(DecodedImage image, int left, int top, int right, int bottom) {
    byte[] rgb = image.rgb();
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      int at = 3 * (y * image.width() + left);
      for (int x = left; x < right; x++, at += 3) {
        red += rgb[at] & 0xff;
        green += rgb[at + 1] & 0xff;
        blue += rgb[at + 2] & 0xff;
      }
    }
    long pixels = (long) (right - left) * (bottom - top);
    return 0xff000000
        | (int) (red / pixels) << 16
        | (int) (green / pixels) << 8
        | (int) (blue / pixels);
  }
}
