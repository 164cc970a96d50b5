package fennec.embedding;

import fennec.file.ContentHash;
import fennec.file.UserFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors by picture content, encoder and preprocessing, one small file each, so that a picture is
 * encoded once. Safe with several threads and programs: a file appears whole by being moved into
 * place, and every reader checks its key and checksum, so that a torn or foreign file counts as
 * absent and is made again. When the files have more bytes than the bound, those not used for the
 * longest time go. A cache that cannot be written is no failure: work goes on without it.
 */
public final class EmbeddingCache {

  /** Bound of the cache in the user's folder, in bytes. */
  public static final long DEFAULT_MAX_BYTES = 512L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);
  private static final int MAGIC = 0x464e4531;
  private static final int HEADER = 4 + 4 + 32 + 3 * 4;
  private static final int MAX_DIMENSION = 1 << 20;
  private static final Duration TOUCHED_ENOUGH = Duration.ofMinutes(10);
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final String TEMPORARY = ".part";

  private final Path folder;
  private final long maxBytes;
  private final AtomicBoolean broken = new AtomicBoolean();

  /** A cache in {@code folder}, which is made when first needed. */
  public EmbeddingCache(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /** The cache in the user's cache folder; see {@link UserFolders#cache}. */
  public static EmbeddingCache ofUser() {
    return new EmbeddingCache(UserFolders.cache().resolve("embeddings"), DEFAULT_MAX_BYTES);
  }

  /**
   * What is kept of one picture.
   *
   * @param width of the upright original in pixels
   * @param height of the upright original in pixels
   * @param vector d numbers
   */
  public record Entry(int width, int height, float[] vector) {}

  /**
   * The key of a picture: 64 hexadecimal digits.
   *
   * @param contentSha256 hash of the file's bytes
   * @param encoderId {@link ImageEncoder#id}
   * @param decoder {@link ImageDecoder#fingerprint}
   */
  public static String key(String contentSha256, String encoderId, String decoder) {
    return ContentHash.of(contentSha256 + '\n' + encoderId + '\n' + decoder);
  }

  /** The entry under {@code key}; empty if there is none that is whole. */
  public Optional<Entry> get(String key) {
    Path file = file(key);
    try {
      byte[] bytes = Files.readAllBytes(file);
      Optional<Entry> entry = decode(key, bytes);
      if (entry.isEmpty()) {
        LOG.debug("The cached file {} is damaged and will be made again.", file);
        Files.deleteIfExists(file);
      } else {
        touch(file);
      }
      return entry;
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      giveUp(e);
      return Optional.empty();
    }
  }

  /** Keeps {@code entry} under {@code key}. */
  public void put(String key, Entry entry) {
    if (broken.get()) {
      return;
    }
    Path file = file(key);
    Path temporary = null;
    try {
      Files.createDirectories(file.getParent());
      temporary = Files.createTempFile(file.getParent(), key.substring(0, 16), TEMPORARY);
      Files.write(temporary, encode(key, entry));
      try {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      giveUp(e);
      discard(temporary);
    }
  }

  /**
   * Removes the entries used least recently until at most nine tenths of the bound are taken, if
   * more than the bound is, and what dead programs left half-written.
   */
  public void trim() {
    record Kept(Path file, long bytes, FileTime used) {}
    List<Kept> kept = new ArrayList<>();
    long total = 0;
    if (!Files.isDirectory(folder)) {
      return;
    }
    Instant abandoned = Instant.now().minus(ABANDONED);
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        BasicFileAttributes a = attributes(file);
        if (a == null || !a.isRegularFile()) {
          continue;
        }
        if (!file.toString().endsWith(TEMPORARY)) {
          kept.add(new Kept(file, a.size(), a.lastModifiedTime()));
          total += a.size();
        } else if (a.lastModifiedTime().toInstant().isBefore(abandoned)) {
          Files.deleteIfExists(file);
        }
      }
      if (total <= maxBytes) {
        return;
      }
      kept.sort(Comparator.comparing(Kept::used).thenComparing(k -> k.file().toString()));
      for (Kept oldest : kept) {
        if (total <= maxBytes / 10 * 9) {
          return;
        }
        Files.deleteIfExists(oldest.file());
        total -= oldest.bytes();
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.info("The cache {} could not be trimmed: {}", folder, e.getMessage());
    }
  }

  private static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      return null; // another program trimmed it away
    }
  }

  private Path file(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key.substring(2));
  }

  private static void touch(Path file) throws IOException {
    Instant now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TOUCHED_ENOUGH))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  private void giveUp(IOException e) {
    if (broken.compareAndSet(false, true)) {
      LOG.warn("Embeddings are not cached, {} cannot be used: {}", folder, e.toString());
    }
  }

  private static void discard(Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      LOG.debug("left behind: {}", temporary, e); // trimmed away later
    }
  }

  private static byte[] encode(String key, Entry entry) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + 4 * entry.vector().length);
    bytes.putInt(MAGIC).putInt(0).put(HexFormat.of().parseHex(key));
    bytes.putInt(entry.width()).putInt(entry.height()).putInt(entry.vector().length);
    for (float number : entry.vector()) {
      bytes.putFloat(number);
    }
    bytes.putInt(4, checksum(bytes.array()));
    return bytes.array();
  }

  private static Optional<Entry> decode(String key, byte[] file) {
    if (file.length < HEADER) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(file);
    byte[] stored = new byte[32];
    boolean ours = bytes.getInt() == MAGIC && bytes.getInt() == checksum(file);
    bytes.get(stored);
    int width = bytes.getInt();
    int height = bytes.getInt();
    int dimension = bytes.getInt();
    boolean sized =
        dimension >= 0 && dimension <= MAX_DIMENSION && file.length == HEADER + 4 * dimension;
    if (!ours || !sized || !HexFormat.of().formatHex(stored).equals(key)) {
      return Optional.empty();
    }
    float[] vector = new float[dimension];
    bytes.asFloatBuffer().get(vector);
    return Optional.of(new Entry(width, height, vector));
  }

  /** Of all that follows the checksum. */
  private static int checksum(byte[] file) {
    CRC32C crc = new CRC32C();
    crc.update(file, 8, file.length - 8);
    return (int) crc.getValue();
  }
}
