package fennec.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Walks the wire format of protocol buffers field by field and skips what is not asked for, by
 * moving the file position where the stream can. Positions are longs, because model files pass the
 * 2 GB at which {@code CodedInputStream} stops counting; every length is checked against the
 * message around it before anything is allocated.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Protocol Buffers, Encoding</a>
 */
final class WireReader {

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final int MAX_TEXT = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long before; // bytes of the stream that lie before the buffer
  private long limit;
  private int field;
  private int wireType;
  private long fieldStart;

  private final boolean exact;
  private int depth;

  /**
   * Reads {@code in}.
   *
   * @param length bytes of the stream, or the most that are read where it is not exact
   * @param exact whether {@code length} is known
   */
  WireReader(InputStream in, long length, boolean exact) {
    this.in = in;
    this.limit = length;
    this.exact = exact;
  }

  long position() {
    return before + at;
  }

  /** Number of the field whose tag was read last. */
  int field() {
    return field;
  }

  /** Wire type of the field whose tag was read last. */
  int wireType() {
    return wireType;
  }

  /** Reads the next tag; false at the end of the message. */
  boolean next() throws IOException {
    if (depth == 0 && !exact && position() >= limit) {
      throw new WireException("inflates to more than 8 GB; it is not read further");
    }
    if (position() >= limit || (depth == 0 && !exact && !fill())) {
      return false;
    }
    fieldStart = position();
    long tag = varint();
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    if (tag <= 7 || tag > 0xFFFFFFFFL) {
      throw damaged("a field has no valid number");
    }
    return true;
  }

  /** Enters the message of the current field; the result goes to {@link #leave}. */
  long enter() throws IOException {
    long outer = limit;
    long length = length();
    limit = position() + length;
    depth++;
    return outer;
  }

  /** Leaves a message that was read to its end. */
  void leave(long outer) {
    limit = outer;
    depth--;
  }

  /** Length of the current field's bytes, checked against the message around it. */
  private long length() throws IOException {
    if (wireType != BYTES) {
      throw damaged("field " + field + " is of the wrong type");
    }
    long length = varint();
    if (length < 0) {
      throw damaged("a field claims a negative length");
    }
    long left = limit - position();
    if (length > left) {
      String claim =
          String.format(Locale.ROOT, "a field claims %,d bytes where %,d are left", length, left);
      throw depth == 0 && exact ? new WireException("is cut short: " + claim) : damaged(claim);
    }
    return length;
  }

  /** The current field as a number. */
  long number() throws IOException {
    return switch (wireType) {
      case VARINT -> varint();
      case FIXED32 -> fixed(4);
      case FIXED64 -> fixed(8);
      default -> throw damaged("field " + field + " is of the wrong type");
    };
  }

  /** The current field as text in UTF-8, at most 64 KB. */
  String text() throws IOException {
    byte[] bytes = bytes(MAX_TEXT);
    if (bytes == null) {
      throw damaged("a name is longer than 65,536 bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * The current field's bytes; null, with the bytes skipped, where they are more than {@code max}.
   */
  byte[] bytes(int max) throws IOException {
    long length = length();
    if (length > max) {
      skipBytes(length);
      return null;
    }
    byte[] bytes = new byte[(int) length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = oneByte();
    }
    return bytes;
  }

  /** Skips the current field without reading its bytes. */
  void skip() throws IOException {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED64 -> skipBytes(8);
      case FIXED32 -> skipBytes(4);
      case BYTES -> skipBytes(length());
      default -> throw damaged("field " + field + " is of no known type");
    }
  }

  /** A repeated number, packed or not: calls {@code sink} for each. */
  void numbers(int size, NumberSink sink) throws IOException {
    if (wireType != BYTES) {
      sink.accept(number());
      return;
    }
    long outer = enter();
    while (position() < limit) {
      sink.accept(size == 0 ? varint() : fixed(size));
    }
    leave(outer);
  }

  /** Receives numbers. */
  @FunctionalInterface
  interface NumberSink {
    /** Takes one number as 64 bits. */
    void accept(long number) throws IOException;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte b = oneByte();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw damaged("a number has more than ten bytes");
  }

  private long fixed(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (oneByte() & 0xFFL) << (8 * i);
    }
    return value;
  }

  private byte oneByte() throws IOException {
    if (position() >= limit) {
      throw damaged("a field is longer than what holds it");
    }
    if (at == filled && !fill()) {
      throw cut();
    }
    return buffer[at++];
  }

  private boolean fill() throws IOException {
    if (at < filled) {
      return true;
    }
    before += filled;
    at = 0;
    filled = 0;
    try {
      filled = Math.max(0, in.read(buffer));
    } catch (EOFException e) {
      throw cut();
    }
    return filled > 0;
  }

  private void skipBytes(long count) throws IOException {
    if (count > limit - position()) {
      throw damaged("a field is longer than what holds it");
    }
    long held = Math.min(count, filled - at);
    at += (int) held;
    long left = count - held;
    if (left == 0) {
      return;
    }
    before += filled;
    at = 0;
    filled = 0;
    try {
      in.skipNBytes(left);
    } catch (EOFException e) {
      throw cut();
    }
    before += left;
  }

  /** Says where the file ends too early. */
  private WireException cut() {
    return new WireException(
        String.format(Locale.ROOT, "is cut short: it ends at byte %,d inside a field", position()));
  }

  /** Says what is wrong with the field at hand, and where it begins. */
  WireException damaged(String what) {
    return new WireException(
        String.format(Locale.ROOT, "is damaged at byte %,d: %s", fieldStart, what));
  }
}
