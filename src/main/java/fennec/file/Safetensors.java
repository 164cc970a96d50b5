package fennec.file;

import fennec.error.FennecException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;

/**
 * A safetensors file: a header of names, types, shapes and byte ranges, then the bytes of all
 * tensors. Opening reads and checks the header only; a tensor is mapped when it is asked for, so a
 * file larger than the memory opens in a moment. Thread-safe.
 *
 * <p>Format: u64 little-endian header length, JSON, little-endian rows without padding; <a
 * href="https://huggingface.co/docs/safetensors">huggingface.co/docs/safetensors</a>.
 */
public final class Safetensors implements AutoCloseable {

  /** Longest header read, as in the reference implementation. */
  public static final long HEADER_LIMIT = 100_000_000;

  private static final long PIECE = 1L << 28;

  private final Path file;
  private final FileChannel channel;
  private final SafetensorsHeader header;

  private Safetensors(Path file, FileChannel channel, SafetensorsHeader header) {
    this.file = file;
    this.channel = channel;
    this.header = header;
  }

  /**
   * Opens {@code file} and checks its header.
   *
   * @throws FennecException naming the file and what is wrong with it
   */
  public static Safetensors open(Path file) throws FennecException {
    FileChannel channel = null;
    boolean opened = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      SafetensorsHeader header =
          SafetensorsHeader.parse(file, headerOf(file, channel), channel.size());
      opened = true;
      return new Safetensors(file, channel, header);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    } finally {
      if (!opened) {
        closeQuietly(channel);
      }
    }
  }

  private static ByteBuffer headerOf(Path file, FileChannel channel)
      throws IOException, FennecException {
    long size = channel.size();
    if (size < Long.BYTES) {
      throw new FennecException(
          file + " is no sound safetensors file: it has only " + size + " bytes.");
    }
    long length = read(channel, 0, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > HEADER_LIMIT) {
      throw new FennecException(
          String.format(
              "%s is no sound safetensors file: its header claims %s bytes, the limit is %d.",
              file, Long.toUnsignedString(length), HEADER_LIMIT));
    }
    if (length > size - Long.BYTES) {
      throw new FennecException(
          String.format(
              "%s is no sound safetensors file: its header claims %d bytes, and %d follow.",
              file, length, size - Long.BYTES));
    }
    return read(channel, Long.BYTES, (int) length);
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the file ends at byte " + (position + buffer.position()));
      }
    }
    return buffer.flip();
  }

  /** The file this was opened from. */
  public Path file() {
    return file;
  }

  /** What lies where, by name. */
  public SortedMap<String, TensorEntry> entries() {
    return header.entries();
  }

  /** The {@code __metadata__} of the header, by key; empty if it has none. */
  public SortedMap<String, String> metadata() {
    return header.metadata();
  }

  /**
   * Where tensor {@code name} lies.
   *
   * @throws FennecException if the file has no such tensor
   */
  public TensorEntry entry(String name) throws FennecException {
    TensorEntry entry = header.entries().get(name);
    if (entry == null) {
      throw new FennecException(file + " has no tensor \"" + name + "\".");
    }
    return entry;
  }

  /**
   * All elements of a tensor as singles, row by row: half types are widened exactly, doubles and
   * 64- and 32-bit integers rounded to the nearest single.
   *
   * @throws FennecException if there is no such tensor, it has 2^31 elements or more, or the file
   *     cannot be read
   */
  public float[] floats(String name) throws FennecException {
    TensorEntry entry = entry(name);
    float[] values = new float[count(entry)];
    eachPiece(entry, (piece, first) -> widen(entry.type(), piece, values, first));
    return values;
  }

  /**
   * All elements of an integer or boolean tensor, row by row.
   *
   * @throws FennecException if there is no such tensor, it holds no integers, it has 2^31 elements
   *     or more, or the file cannot be read
   */
  public long[] longs(String name) throws FennecException {
    TensorEntry entry = entry(name);
    switch (entry.type()) {
      case F64, F32, F16, BF16 ->
          throw new FennecException(
              "Tensor \"" + name + "\" of " + file + " holds " + entry.type() + ", no integers.");
      default -> {
        long[] values = new long[count(entry)];
        eachPiece(entry, (piece, first) -> integers(entry.type(), piece, values, first));
        return values;
      }
    }
  }

  /**
   * The bytes of a tensor, little-endian and read-only, mapped and not copied.
   *
   * @throws FennecException if there is no such tensor, it has 2^31 bytes or more, or the file
   *     cannot be read
   */
  public ByteBuffer bytes(String name) throws FennecException {
    TensorEntry entry = entry(name);
    if (entry.end() - entry.begin() > Integer.MAX_VALUE) {
      throw new FennecException(
          "Tensor \"" + name + "\" of " + file + " is too large to be mapped in one piece.");
    }
    try {
      return map(entry.begin(), entry.end() - entry.begin());
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private int count(TensorEntry entry) throws FennecException {
    if (entry.elements() > Integer.MAX_VALUE - 8) {
      throw new FennecException(
          "Tensor \"" + entry.name() + "\" of " + file + " has too many elements for one array.");
    }
    return (int) entry.elements();
  }

  @FunctionalInterface
  private interface Piece {
    void accept(ByteBuffer bytes, int firstElement);
  }

  private void eachPiece(TensorEntry entry, Piece piece) throws FennecException {
    try {
      for (long at = entry.begin(); at < entry.end(); at += PIECE) {
        long length = Math.min(PIECE, entry.end() - at);
        piece.accept(map(at, length), (int) ((at - entry.begin()) / entry.type().bytes()));
      }
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private ByteBuffer map(long position, long length) throws IOException {
    if (position + length > channel.size()) {
      throw new IOException("the file was cut short while it was open");
    }
    return channel
        .map(FileChannel.MapMode.READ_ONLY, position, length)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void widen(TensorType type, ByteBuffer from, float[] to, int first) {
    int n = from.remaining() / type.bytes();
    switch (type) {
      case F32 -> from.asFloatBuffer().get(to, first, n);
      case F64 -> {
        for (int i = 0; i < n; i++) {
          to[first + i] = (float) from.getDouble(8 * i);
        }
      }
      case F16 -> {
        for (int i = 0; i < n; i++) {
          to[first + i] = HalfPrecision.toFloat(from.getShort(2 * i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < n; i++) {
          to[first + i] = HalfPrecision.brainToFloat(from.getShort(2 * i));
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          to[first + i] = (float) integer(type, from, i);
        }
      }
    }
  }

  private static void integers(TensorType type, ByteBuffer from, long[] to, int first) {
    int n = from.remaining() / type.bytes();
    for (int i = 0; i < n; i++) {
      to[first + i] = integer(type, from, i);
    }
  }

  private static long integer(TensorType type, ByteBuffer from, int i) {
    return switch (type) {
      case I64 -> from.getLong(8 * i);
      case I32 -> from.getInt(4 * i);
      case I16 -> from.getShort(2 * i);
      case I8 -> from.get(i);
      case U8, BOOL -> from.get(i) & 0xff;
      default -> throw new IllegalArgumentException(type + " is no integer type");
    };
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // a file that was only read has nothing left to lose
        return;
      }
    }
  }
}
