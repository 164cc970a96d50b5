package fennec.embedding;

import fennec.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Where the bytes of one picture come from: a file or an archive entry.
 *
 * @param name path relative to what was opened, with forward slashes
 * @param label the sub-folder it lies in; empty if there are no classes
 * @param opener opens the bytes; may be called from any thread
 */
public record ImageSource(String name, String label, Opener opener) {

  /** Files beyond this many bytes are refused before they fill the memory. */
  public static final int MAX_BYTES = 512 << 20;

  /** Opens a stream of bytes. */
  @FunctionalInterface
  public interface Opener {
    /** A new stream, closed by the caller. */
    InputStream open() throws IOException;
  }

  /** Checks that no component is null. */
  public ImageSource {
    Objects.requireNonNull(name);
    Objects.requireNonNull(label);
    Objects.requireNonNull(opener);
  }

  /** The same picture with another label. */
  public ImageSource withLabel(String newLabel) {
    return new ImageSource(name, newLabel, opener);
  }

  /**
   * Reads the whole file, at most {@link #MAX_BYTES}, whatever size it states.
   *
   * @throws UnreadableImageException if it cannot be opened, read, or is too large
   */
  public byte[] read() throws UnreadableImageException {
    try (InputStream in = opener.open()) {
      byte[] bytes = in.readNBytes(MAX_BYTES);
      if (bytes.length == MAX_BYTES && in.read() >= 0) {
        throw new UnreadableImageException(
            name, "The file is larger than " + (MAX_BYTES >> 20) + " MB.", null);
      }
      return bytes;
    } catch (IOException e) {
      throw new UnreadableImageException(
          name, "The file cannot be read: " + AtomicFile.reason(e) + ".", e);
    } catch (OutOfMemoryError e) {
      throw new UnreadableImageException(name, "The file does not fit into memory.", e);
    }
  }
}
