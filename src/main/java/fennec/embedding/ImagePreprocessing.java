package fennec.embedding;

import fennec.file.ContentHash;
import java.util.Arrays;

/**
 * What an encoder wants done to an upright RGB picture: Pillow-exact bicubic resize of the shorter
 * side to {@code shorterSide} (the longer side becomes {@code int(shorterSide * long / short)}),
 * centre crop with floor offsets, then {@code (level * scale - mean) / std} per channel.
 *
 * @param shorterSide in pixels after the resize
 * @param crop side of the square that is kept, at most {@code shorterSide}
 * @param scale factor on levels 0 to 255, usually 1/255
 * @param mean of red, green, blue after scaling
 * @param std of red, green, blue after scaling
 */
public record ImagePreprocessing(
    int shorterSide, int crop, double scale, float[] mean, float[] std) {

  /** Checks the sizes and copies the arrays. */
  public ImagePreprocessing {
    if (crop < 1 || crop > shorterSide || shorterSide > 4096) {
      throw new IllegalArgumentException(
          "a crop of " + crop + " from a shorter side of " + shorterSide + " pixels");
    }
    if (mean.length != 3 || std.length != 3 || std[0] == 0 || std[1] == 0 || std[2] == 0) {
      throw new IllegalArgumentException("mean and std must be three numbers, std not 0");
    }
    mean = mean.clone();
    std = std.clone();
  }

  /** 16 hexadecimal digits; equal for equal preprocessing, part of encoder ids. */
  public String fingerprint() {
    String text =
        "rgb;pillow-bicubic;"
            + shorterSide
            + ';'
            + crop
            + ';'
            + scale
            + ';'
            + Arrays.toString(mean)
            + ';'
            + Arrays.toString(std);
    return ContentHash.of(text).substring(0, 16);
  }

  /** Resized and cropped levels, {@code 3 * crop * crop} bytes, row by row, red green blue. */
  public byte[] levels(DecodedImage image) {
    long shorter = Math.min(image.width(), image.height());
    long longer = Math.max(image.width(), image.height());
    int stretched = Math.toIntExact(shorterSide * longer / shorter);
    int width = image.width() <= image.height() ? shorterSide : stretched;
    int height = image.width() <= image.height() ? stretched : shorterSide;
    PillowResize.Window window =
        new PillowResize.Window((width - crop) / 2, (height - crop) / 2, crop, crop);
    return PillowResize.resize(image, width, height, window);
  }

  /** The picture as the encoder takes it: channel by channel, row by row. */
  public PreparedImage prepare(DecodedImage image) {
    byte[] levels = levels(image);
    int area = crop * crop;
    float[] pixels = new float[3 * area];
    for (int channel = 0; channel < 3; channel++) {
      float[] value = values(channel);
      for (int i = 0; i < area; i++) {
        pixels[channel * area + i] = value[levels[3 * i + channel] & 0xff];
      }
    }
    return new PreparedImage(image.name(), pixels);
  }

  /** The value of each of the 256 levels of one channel. */
  private float[] values(int channel) {
    float[] value = new float[256];
    for (int level = 0; level < 256; level++) {
      value[level] = ((float) (level * scale) - mean[channel]) / std[channel];
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImagePreprocessing that && fingerprint().equals(that.fingerprint());
  }

  @Override
  public int hashCode() {
    return fingerprint().hashCode();
  }
}
