package fennec.embedding;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a JPEG's markers say before its first scan.
 *
 * @param components 1 grey, 3 colour, 4 CMYK or YCCK
 * @param transformed whether the first three components are luminance and chrominance
 * @param inverted whether Adobe wrote it, whose CMYK is upside down
 * @param exif the EXIF block in TIFF layout; empty if there is none
 */
record JpegHeader(int components, boolean transformed, boolean inverted, byte[] exif) {

  private static final int ADOBE_NONE = -1;

  /** Walks the markers; empty if they are broken or the layout is an odd one. */
  static Optional<JpegHeader> read(byte[] b) {
    int adobe = ADOBE_NONE;
    boolean jfif = false;
    byte[] exif = {};
    int at = 2;
    while (at + 4 <= b.length) {
      if ((b[at] & 0xff) != 0xff) {
        return Optional.empty();
      }
      int marker = b[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
        at += 2;
        continue;
      }
      int length = ((b[at + 2] & 0xff) << 8) | (b[at + 3] & 0xff);
      int data = at + 4;
      int end = at + 2 + length;
      if (length < 2 || end > b.length || marker == 0xda || marker == 0xd9) {
        return Optional.empty();
      }
      if (marker == 0xe0 && is(b, data, end, "JFIF\0")) {
        jfif = true;
      } else if (marker == 0xe1 && exif.length == 0 && is(b, data, end, "Exif\0\0")) {
        exif = Arrays.copyOfRange(b, data + 6, end);
      } else if (marker == 0xee && is(b, data, end, "Adobe") && end - data >= 12) {
        adobe = b[data + 11] & 0xff;
      } else if (marker >= 0xc0 && marker <= 0xcf && !isTable(marker)) {
        return atFrame(b, data, end, new Markers(jfif, adobe, exif));
      }
      at = end;
    }
    return Optional.empty();
  }

  private record Markers(boolean jfif, int adobe, byte[] exif) {}

  /** Markers between the frame headers that are Huffman tables or arithmetic conditioning. */
  private static boolean isTable(int marker) {
    return marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
  }

  /** The rule of libjpeg's {@code default_decompress_parms}. */
  private static Optional<JpegHeader> atFrame(byte[] b, int data, int end, Markers markers) {
    int components = end - data >= 6 ? b[data + 5] & 0xff : 0;
    if (end - data < 6 + 3 * components || b[data] != 8) {
      return Optional.empty();
    }
    boolean transformed;
    if (components == 1) {
      transformed = false;
    } else if (components == 3) {
      boolean namedRgb = b[data + 6] == 'R' && b[data + 9] == 'G' && b[data + 12] == 'B';
      transformed = markers.jfif || (markers.adobe >= 0 ? markers.adobe != 0 : !namedRgb);
    } else if (components == 4) {
      transformed = markers.adobe == 2;
    } else {
      return Optional.empty();
    }
    return Optional.of(new JpegHeader(components, transformed, markers.adobe >= 0, markers.exif));
  }

  private static boolean is(byte[] b, int from, int end, String text) {
    if (end - from < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (b[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
