package fennec.embedding;

/**
 * An upright RGB picture in memory.
 *
 * @param name the file it came from, relative to the folder that was walked
 * @param width in pixels
 * @param height in pixels
 * @param rgb {@code 3 * width * height} bytes, row by row, red green blue, 0 to 255 unsigned
 */
public record DecodedImage(String name, int width, int height, byte[] rgb) {

  /** Checks that the bytes are as many as the size needs. */
  public DecodedImage {
    if (width < 1 || height < 1 || rgb.length != 3 * width * height) {
      throw new IllegalArgumentException(
          name + ": " + rgb.length + " bytes are no " + width + " x " + height + " picture");
    }
  }
}
