package fennec.embedding;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * The eight ways a camera may have been held (EXIF tag 0x0112): how to read it and how to turn the
 * picture upright.
 */
final class ExifOrientation {

  static final int UPRIGHT = 1;

  private ExifOrientation() {}

  /** From an EXIF block in TIFF layout; upright if it says nothing that makes sense. */
  static int ofBlock(byte[] exif) {
    if (exif.length == 0) {
      return UPRIGHT;
    }
    Metadata metadata = new Metadata();
    new ExifReader().extract(new ByteArrayReader(exif), metadata);
    return of(metadata);
  }

  /** From a whole PNG, WebP or TIFF file; upright if it says nothing that makes sense. */
  static int ofFile(byte[] file) {
    try {
      return of(ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length));
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      return UPRIGHT; // the picture may be fine where its notes are not
    }
  }

  private static int of(Metadata metadata) {
    ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer value =
        directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return value == null || value < 1 || value > 8 ? UPRIGHT : value;
  }

  /** Turns and mirrors {@code image} so that it stands upright. */
  static DecodedImage upright(DecodedImage image, int orientation) {
    if (orientation == UPRIGHT) {
      return image;
    }
    int w = image.width();
    int h = image.height();
    boolean turned = orientation >= 5;
    int width = turned ? h : w;
    int height = turned ? w : h;
    byte[] in = image.rgb();
    byte[] out = new byte[in.length];
    int to = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++, to += 3) {
        int column = turned ? y : x;
        int row = turned ? x : y;
        if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
          column = w - 1 - column;
        }
        if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
          row = h - 1 - row;
        }
        int from = 3 * (row * w + column);
        out[to] = in[from];
        out[to + 1] = in[from + 1];
        out[to + 2] = in[from + 2];
      }
    }
    return new DecodedImage(image.name(), width, height, out);
  }
}
