package fennec.embedding;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Decodes JPEG, PNG, GIF (first frame), BMP, WebP and TIFF to upright RGB as Pillow's {@code
 * convert("RGB")} does, EXIF orientation applied. Thread-safe; pictures being decoded at one time
 * have together no more pixels than the limit for one.
 *
 * <p>A picture whose data end early is refused, as Pillow refuses it: the grey that fills the rest
 * would pass for what it shows. Smaller faults in JPEG data are decoded as well as they can be.
 */
public final class ImageDecoder {

  /** Pictures with more pixels are refused by their header unless another limit is set. */
  public static final long DEFAULT_PIXEL_LIMIT = 100_000_000L;

  private static final String CUT_SHORT =
      "The picture is cut short or damaged: its data end before its last row.";

  private final long pixelLimit;
  private final boolean applyOrientation;
  private final Semaphore memory;

  /** A decoder with the default limit that turns pictures upright. */
  public ImageDecoder() {
    this(DEFAULT_PIXEL_LIMIT, true);
  }

  /**
   * A decoder that refuses pictures with more than {@code pixelLimit} pixels (at most 700 million)
   * and turns pictures upright if {@code applyOrientation}.
   */
  public ImageDecoder(long pixelLimit, boolean applyOrientation) {
    if (pixelLimit < 1 || pixelLimit > 700_000_000L) {
      throw new IllegalArgumentException("a limit of " + pixelLimit + " pixels");
    }
    this.pixelLimit = pixelLimit;
    this.applyOrientation = applyOrientation;
    this.memory = new Semaphore((int) pixelLimit, true);
  }

  /** Differs between decoders that may give different pixels; part of cache keys. */
  public String fingerprint() {
    return applyOrientation ? "upright-1" : "as-stored-1";
  }

  /**
   * Decodes the bytes of one file; {@code name} is for messages and the result.
   *
   * @throws UnreadableImageException with a clear reason; also where a codec fails or memory ends
   */
  public DecodedImage decode(String name, byte[] bytes) throws UnreadableImageException {
    if (bytes.length == 0) {
      throw new UnreadableImageException(name, "The file is empty.", null);
    }
    String format = ImageFormats.sniff(bytes);
    if (format.isEmpty()) {
      throw new UnreadableImageException(
          name, "The file is no picture; Fennec reads " + ImageFormats.READABLE + ".", null);
    }
    if (format.equals("webp") && isCutRiff(bytes)) {
      throw new UnreadableImageException(name, CUT_SHORT, null);
    }
    ImageReader reader = reader(format);
    if (reader == null) {
      throw new UnreadableImageException(name, ImageFormats.unsupported(format), null);
    }
    try {
      return decode(name, bytes, format, reader);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableImageException(name, reason(format, e), e);
    } catch (OutOfMemoryError e) {
      throw new UnreadableImageException(name, "The picture does not fit into memory.", e);
    } finally {
      reader.dispose();
    }
  }

  private DecodedImage decode(String name, byte[] bytes, String format, ImageReader reader)
      throws IOException, UnreadableImageException {
    boolean[] cutShort = {false};
    reader.addIIOReadWarningListener((source, warning) -> cutShort[0] |= tellsOfLoss(warning));
    reader.setInput(new ByteArrayImageStream(bytes), false, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    long pixels = (long) width * height;
    if (pixels > pixelLimit) {
      throw new UnreadableImageException(
          name,
          String.format(
              Locale.ROOT,
              "The picture has %,d x %,d pixels; at most %,d million are decoded.",
              width,
              height,
              pixelLimit / 1_000_000),
          null);
    }
    memory.acquireUninterruptibly((int) pixels);
    try {
      Optional<JpegHeader> header =
          format.equals("jpeg") ? JpegHeader.read(bytes) : Optional.empty();
      byte[] rgb = header.isPresent() ? jpeg(reader, bytes, header.get()) : any(reader);
      if (cutShort[0]) {
        throw new UnreadableImageException(name, CUT_SHORT, null);
      }
      DecodedImage image = new DecodedImage(name, width, height, rgb);
      if (!applyOrientation) {
        return image;
      }
      return ExifOrientation.upright(image, orientation(format, bytes, header));
    } finally {
      memory.release((int) pixels);
    }
  }

  private static int orientation(String format, byte[] bytes, Optional<JpegHeader> header) {
    return switch (format) {
      case "jpeg" -> header.map(h -> ExifOrientation.ofBlock(h.exif())).orElse(1);
      case "png", "webp", "tiff" -> ExifOrientation.ofFile(bytes);
      default -> ExifOrientation.UPRIGHT;
    };
  }

  /**
   * Raw samples from the platform's decoder and our own arithmetic: that is libjpeg's result to the
   * last bit, whatever profile the file carries. What that decoder refuses, the general way may
   * take.
   */
  private static byte[] jpeg(ImageReader reader, byte[] bytes, JpegHeader header)
      throws IOException {
    Raster raster;
    try {
      raster = reader.readRaster(0, null);
    } catch (IIOException | RuntimeException e) {
      return anyJpeg(bytes, e);
    }
    byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
    int pixels = raster.getWidth() * raster.getHeight();
    if (raster.getNumBands() != header.components()
        || samples.length != pixels * header.components()) {
      return any(reader);
    }
    return RgbConversion.ofJpeg(samples, pixels, header);
  }

  private static byte[] anyJpeg(byte[] bytes, Exception first) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    while (readers.hasNext()) {
      ImageReader other = readers.next();
      try {
        if (!isPlatforms(other)) {
          other.setInput(new ByteArrayImageStream(bytes), false, true);
          return any(other);
        }
      } finally {
        other.dispose();
      }
    }
    throw first instanceof IOException io ? io : new IOException(first.getMessage(), first);
  }

  private static byte[] any(ImageReader reader) throws IOException {
    BufferedImage image = reader.read(0);
    return RgbConversion.of(image);
  }

  /** The platform's reader where it has one, for WebP and TIFF the one that reads more. */
  private static ImageReader reader(String format) {
    boolean platforms = !format.equals("webp") && !format.equals("tiff");
    ImageReader second = null;
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (isPlatforms(reader) == platforms) {
        return reader;
      }
      second = reader;
    }
    return second;
  }

  private static boolean isPlatforms(ImageReader reader) {
    return reader.getClass().getName().startsWith("com.sun.");
  }

  /** The word of libjpeg for data that stop before the last row. */
  private static boolean tellsOfLoss(String warning) {
    return warning.toLowerCase(Locale.ROOT).contains("premature end");
  }

  /** The words of the decoders for files that end before their data begin, or in the midst. */
  private static boolean tellsOfEnd(String message) {
    return message.contains("missing SOS marker")
        || message.contains("No image data present")
        || message.contains("I/O error reading image")
        || message.contains("numImages (0");
  }

  /** Whether a RIFF container states more bytes than there are; its decoder would not say. */
  private static boolean isCutRiff(byte[] b) {
    long stated = 0;
    for (int i = 7; i >= 4; i--) {
      stated = (stated << 8) | (b[i] & 0xff);
    }
    return stated + 8 > b.length;
  }

  private static String reason(String format, Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = failure.getMessage();
    if (cause instanceof EOFException || (message != null && tellsOfEnd(message))) {
      return CUT_SHORT;
    }
    return "The "
        + format.toUpperCase(Locale.ROOT)
        + " data cannot be decoded"
        + (message == null ? "" : ": " + message.replaceAll("[\\s.!]+$", "").replace('\n', ' '))
        + ".";
  }
}
