package fennec.embedding;

import java.util.Locale;
import java.util.Set;

/** Which files are pictures, by the end of their names and by their first bytes. */
final class ImageFormats {

  /** For messages. */
  static final String READABLE = "JPEG, PNG, GIF, BMP, WebP and TIFF";

  private static final Set<String> READ =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "dib", "webp", "tif", "tiff", "apng");
  private static final Set<String> NOT_READ =
      Set.of(
          "heic", "heif", "hif", "avif", "jxl", "jp2", "j2k", "jpx", "svg", "psd", "xcf", "exr",
          "hdr", "dds", "tga", "pcx", "ppm", "pgm", "pbm", "ico", "raw", "dng", "cr2", "cr3", "nef",
          "arw", "orf", "rw2", "raf", "dcm");

  private ImageFormats() {}

  /** Whether a file of this name is taken for a picture, readable or not. */
  static boolean isPicture(String name) {
    String end = extension(name);
    return READ.contains(end) || NOT_READ.contains(end);
  }

  /** Whether pictures whose names end like this are known and not read. */
  static boolean isUnsupported(String name) {
    return NOT_READ.contains(extension(name));
  }

  /** Why a picture of a known but unread format is refused. */
  static String unsupported(String format) {
    return "The format "
        + format.toUpperCase(Locale.ROOT)
        + " is not supported; save it as JPEG or PNG.";
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= name.lastIndexOf('/') ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The format the first bytes tell, in small letters; empty if they tell none. */
  static String sniff(byte[] b) {
    if (starts(b, 0, "\u00ff\u00d8\u00ff")) {
      return "jpeg";
    }
    if (starts(b, 0, "\u0089PNG\r\n\u001a\n")) {
      return "png";
    }
    if (starts(b, 0, "GIF8")) {
      return "gif";
    }
    if (starts(b, 0, "BM")) {
      return "bmp";
    }
    if (starts(b, 0, "RIFF") && starts(b, 8, "WEBP")) {
      return "webp";
    }
    if (starts(b, 0, "II*\0") || starts(b, 0, "MM\0*")) {
      return "tiff";
    }
    return sniffUnsupported(b);
  }

  private static String sniffUnsupported(byte[] b) {
    if (starts(b, 4, "ftyp")) {
      if (starts(b, 8, "avif") || starts(b, 8, "avis")) {
        return "avif";
      }
      if (starts(b, 8, "hei") || starts(b, 8, "hev") || starts(b, 8, "mif1")) {
        return "heic";
      }
    }
    if (starts(b, 0, "\u00ff\n") || starts(b, 4, "JXL ")) {
      return "jxl";
    }
    if (starts(b, 4, "jP  ")) {
      return "jp2";
    }
    return starts(b, 0, "8BPS") ? "psd" : "";
  }

  /** Whether the latin-1 characters of {@code magic} stand at {@code at}. */
  private static boolean starts(byte[] b, int at, String magic) {
    if (b.length < at + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((b[at + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
