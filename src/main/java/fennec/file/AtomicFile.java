package fennec.file;

import fennec.error.FennecException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: the bytes go to a temporary file beside the target, are forced
 * to the disk, and the file is moved into place. Whatever fails, the old target stays as it was and
 * the temporary file is removed.
 */
public final class AtomicFile {

  /** What Linux says of a folder that is written to. */
  private static final String IS_A_FOLDER = "is a directory";

  private AtomicFile() {}

  /** What to write. */
  @FunctionalInterface
  public interface Content {
    /** Writes all bytes to {@code out}, which the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code content} to {@code target}, making its folder where it is missing.
   *
   * @throws FennecException naming the file and the reason, with nothing left half-written
   */
  public static void write(Path target, Content content) throws FennecException {
    Path absolute = target.toAbsolutePath();
    Path temporary = null;
    try {
      Files.createDirectories(absolute.getParent());
      temporary = temporary(absolute.getParent(), absolute);
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      move(temporary, absolute);
    } catch (IOException e) {
      throw new FennecException("Cannot write " + target + ": " + reason(e) + ".", e);
    } finally {
      discard(temporary);
    }
  }

  /**
   * Fails as {@link #write} would where that can be told before there is anything to write, so that
   * long work is not done in vain: makes an empty file beside the target, or where the folder is
   * missing in the nearest one above it, and removes it.
   *
   * @throws FennecException naming the file and the reason
   */
  public static void ensureWritable(Path target) throws FennecException {
    Path absolute = target.toAbsolutePath();
    Path probe = null;
    try {
      if (Files.isDirectory(absolute)) {
        throw new FileSystemException(target.toString(), null, IS_A_FOLDER);
      }
      Path folder = absolute.getParent();
      while (!Files.exists(folder)) {
        folder = folder.getParent();
      }
      if (!Files.isDirectory(folder)) {
        throw new FileAlreadyExistsException(folder.toString());
      }
      probe = Files.createFile(temporary(folder, absolute));
    } catch (IOException e) {
      throw new FennecException("Cannot write " + target + ": " + reason(e) + ".", e);
    } finally {
      discard(probe);
    }
  }

  /** Not Files.createTempFile, whose files only their owner may read. */
  private static Path temporary(Path folder, Path target) {
    return folder.resolve(
        "." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part");
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path temporary) {
    if (temporary == null) {
      return;
    }
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      temporary.toFile().deleteOnExit();
    }
  }

  /** The reason of an input or output failure in a few words, without the path. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof java.nio.file.NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file is in its way";
    }
    if (failure instanceof FileSystemException system) {
      String reason = system.getReason() == null ? "" : lowerFirst(system.getReason());
      return reason.isEmpty()
          ? system.getClass().getSimpleName()
          : reason.equals(IS_A_FOLDER) ? "a folder is in its way" : reason;
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : lowerFirst(message);
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
