package fennec.embedding;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Samples to red, green, blue bytes as Pillow's {@code convert("RGB")} makes them: alpha is
 * dropped, colour profiles and gamma are ignored, grey is repeated, 16 bits keep the upper 8, CMYK
 * is {@code (255 - k) (255 - c) / 255}. Luminance and chrominance follow libjpeg. 16 bits keep the
 * upper 8; that differs from Pillow for grey alone, which it cuts off at 255.
 */
final class RgbConversion {

  private static final int[] RED_OF_CR = new int[256];
  private static final int[] BLUE_OF_CB = new int[256];
  private static final int[] GREEN_OF_CR = new int[256];
  private static final int[] GREEN_OF_CB = new int[256];

  static {
    for (int i = 0; i < 256; i++) {
      int x = i - 128;
      RED_OF_CR[i] = (91881 * x + 32768) >> 16;
      BLUE_OF_CB[i] = (116130 * x + 32768) >> 16;
      GREEN_OF_CR[i] = -46802 * x;
      GREEN_OF_CB[i] = -22554 * x + 32768;
    }
  }

  private RgbConversion() {}

  /** A JPEG's raw samples, interleaved, {@code header.components()} a pixel, to RGB. */
  static byte[] ofJpeg(byte[] samples, int pixels, JpegHeader header) {
    byte[] rgb = new byte[3 * pixels];
    int components = header.components();
    if (components == 1) {
      repeat(samples, rgb, pixels);
      return rgb;
    }
    if (components == 3 && !header.transformed()) {
      System.arraycopy(samples, 0, rgb, 0, rgb.length);
      return rgb;
    }
    if (header.transformed()) {
      fromLuminance(samples, components, rgb, pixels);
    }
    if (components == 4) {
      boolean inverted = header.inverted();
      for (int i = 0, to = 0, from = 0; i < pixels; i++, to += 3, from += 4) {
        byte[] cmy = header.transformed() ? rgb : samples;
        int at = header.transformed() ? to : from;
        // YCCK turns into the complement of what YCbCr turns into
        boolean flip = inverted != header.transformed();
        int black = samples[from + 3] & 0xff;
        ink(cmy, at, flip, inverted ? 255 - black : black, rgb, to);
      }
    }
    return rgb;
  }

  private static void fromLuminance(byte[] samples, int components, byte[] rgb, int pixels) {
    for (int i = 0, from = 0, to = 0; i < pixels; i++, from += components, to += 3) {
      int y = samples[from] & 0xff;
      int cb = samples[from + 1] & 0xff;
      int cr = samples[from + 2] & 0xff;
      rgb[to] = clip(y + RED_OF_CR[cr]);
      rgb[to + 1] = clip(y + ((GREEN_OF_CB[cb] + GREEN_OF_CR[cr]) >> 16));
      rgb[to + 2] = clip(y + BLUE_OF_CB[cb]);
    }
  }

  private static byte clip(int level) {
    return (byte) Math.min(Math.max(level, 0), 255);
  }

  private static void ink(byte[] cmy, int at, boolean flip, int black, byte[] rgb, int to) {
    int white = 255 - black;
    for (int channel = 0; channel < 3; channel++) {
      int ink = cmy[at + channel] & 0xff;
      int product = (flip ? 255 - ink : ink) * white + 128;
      rgb[to + channel] = clip(white - (((product >> 8) + product) >> 8));
    }
  }

  private static void repeat(byte[] grey, byte[] rgb, int pixels) {
    for (int i = 0, to = 0; i < pixels; i++, to += 3) {
      byte level = grey[i];
      rgb[to] = level;
      rgb[to + 1] = level;
      rgb[to + 2] = level;
    }
  }

  /** Any decoded picture to RGB. */
  static byte[] of(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return ofPalette(image, palette);
    }
    int type = colours.getColorSpace().getType();
    int transfer = image.getRaster().getTransferType();
    boolean integer = transfer == DataBuffer.TYPE_BYTE || transfer == DataBuffer.TYPE_USHORT;
    boolean packed = !(image.getSampleModel() instanceof ComponentSampleModel);
    if (type == ColorSpace.TYPE_CMYK && integer) {
      return ofComponents(image, 4, true);
    }
    if (type == ColorSpace.TYPE_GRAY && integer) {
      return ofComponents(image, 1, false);
    }
    if (type == ColorSpace.TYPE_RGB && integer && !packed) {
      return ofComponents(image, 3, false);
    }
    return ofPixels(image);
  }

  private static byte[] ofPalette(BufferedImage image, IndexColorModel palette) {
    int width = image.getWidth();
    byte[] rgb = new byte[3 * width * image.getHeight()];
    Raster raster = image.getRaster();
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int index : row) {
        int known = Math.min(index, palette.getMapSize() - 1);
        rgb[to++] = (byte) palette.getRed(known);
        rgb[to++] = (byte) palette.getGreen(known);
        rgb[to++] = (byte) palette.getBlue(known);
      }
    }
    return rgb;
  }

  private static byte[] ofComponents(BufferedImage image, int used, boolean inks) {
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int bands = raster.getNumBands();
    int bits = raster.getSampleModel().getSampleSize(0);
    byte[] rgb = new byte[3 * width * image.getHeight()];
    int[] row = new int[width * bands];
    byte[] pixel = new byte[4];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int from = 0; from < row.length; from += bands, to += 3) {
        for (int band = 0; band < used; band++) {
          pixel[band] = (byte) level(row[from + band], bits);
        }
        if (inks) {
          ink(pixel, 0, false, pixel[3] & 0xff, rgb, to);
        } else {
          rgb[to] = pixel[0];
          rgb[to + 1] = pixel[used == 1 ? 0 : 1];
          rgb[to + 2] = pixel[used == 1 ? 0 : 2];
        }
      }
    }
    return rgb;
  }

  private static int level(int sample, int bits) {
    if (bits == 8) {
      return sample;
    }
    return bits > 8 ? sample >> (bits - 8) : sample * 255 / ((1 << bits) - 1);
  }

  private static byte[] ofPixels(BufferedImage image) {
    int width = image.getWidth();
    byte[] rgb = new byte[3 * width * image.getHeight()];
    int[] row = new int[width];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        rgb[to++] = (byte) (argb >> 16);
        rgb[to++] = (byte) (argb >> 8);
        rgb[to++] = (byte) argb;
      }
    }
    return rgb;
  }
}
