package fennec.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Torn files, foreign files, two programs at once, and the bound. */
class EmbeddingCacheTest {

  private static final float[] VECTOR = {1.5f, -2f, Float.MIN_VALUE};

  @TempDir Path folder;

  private static String key(int number) {
    return EmbeddingCache.key("content " + number, "encoder", "upright");
  }

  private static EmbeddingCache.Entry entry() {
    return new EmbeddingCache.Entry(640, 480, VECTOR);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void keepsWhatItIsGiven() {
    EmbeddingCache cache = new EmbeddingCache(folder, 1 << 20);
    assertTrue(cache.get(key(1)).isEmpty());
    cache.put(key(1), entry());
    EmbeddingCache.Entry found = cache.get(key(1)).orElseThrow();
    assertEquals(640, found.width());
    assertEquals(480, found.height());
    assertArrayEquals(VECTOR, found.vector());
    assertTrue(cache.get(key(2)).isEmpty());
  }

  @Test
  void everyTornOrAlteredFileCountsAsAbsent() throws IOException {
    EmbeddingCache cache = new EmbeddingCache(folder, 1 << 20);
    cache.put(key(1), entry());
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(cache.get(key(1)).isEmpty(), length + " bytes");
      assertFalse(Files.exists(file), "a torn file is removed");
    }
    for (int i = 0; i < whole.length; i++) {
      byte[] altered = whole.clone();
      altered[i] ^= 4;
      Files.write(file, altered);
      assertTrue(cache.get(key(1)).isEmpty(), "byte " + i);
    }
    cache.put(key(1), entry());
    assertTrue(cache.get(key(1)).isPresent());
  }

  @Test
  void leastRecentlyUsedGoFirst() throws IOException {
    EmbeddingCache cache = new EmbeddingCache(folder, 1000);
    for (int i = 0; i < 20; i++) {
      cache.put(key(i), entry());
    }
    for (Path file : files()) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(86_400)));
    }
    cache.get(key(3)); // used now
    Path abandoned = Files.createTempFile(folder, "x", ".part");
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(86_400)));
    cache.trim();
    assertTrue(cache.get(key(3)).isPresent());
    assertFalse(Files.exists(abandoned));
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    assertTrue(bytes <= 900 && bytes > 600, bytes + " bytes");
  }

  @Test
  void folderThatCannotBeWrittenIsNoFailure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    EmbeddingCache cache = new EmbeddingCache(file, 1000);
    cache.put(key(1), entry());
    assertTrue(cache.get(key(1)).isEmpty());
  }

  @Test
  void twoProgramsAtOnceSeeWholeEntriesOnly() throws Exception {
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      programs.add(
          ChildProcess.java(List.of("-Xmx64m", Writer.class.getName(), folder.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Process program : programs) {
      assertTrue(program.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, program.exitValue());
    }
    EmbeddingCache cache = new EmbeddingCache(folder, 1 << 20);
    for (int i = 0; i < Writer.KEYS; i++) {
      assertArrayEquals(VECTOR, cache.get(key(i)).orElseThrow().vector());
    }
    assertEquals(Writer.KEYS, files().size(), "nothing half-written is left");
  }

  /** The program of {@link #twoProgramsAtOnceSeeWholeEntriesOnly}. */
  static final class Writer {

    static final int KEYS = 50;

    private Writer() {}

    /** Writes and reads the same keys many times; ends with code 1 on a wrong vector. */
    public static void main(String[] arguments) {
      EmbeddingCache cache = new EmbeddingCache(Path.of(arguments[0]), 1 << 20);
      for (int round = 0; round < 20; round++) {
        for (int i = 0; i < KEYS; i++) {
          cache.put(key(i), entry());
          boolean wrong =
              cache.get(key(i)).map(e -> !Arrays.equals(VECTOR, e.vector())).orElse(true);
          if (wrong) {
            Runtime.getRuntime().exit(1);
          }
        }
      }
    }
  }

  @Test
  void aFileInThePlaceOfAnotherCountsAsAbsent() throws IOException {
    EmbeddingCache cache = new EmbeddingCache(folder, 1 << 20);
    cache.put(key(1), entry());
    Path first = files().get(0);
    cache.put(key(2), entry());
    Path second = files().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
    Files.write(second, Files.readAllBytes(first));

    assertTrue(cache.get(key(1)).isPresent());
    assertTrue(cache.get(key(2)).isEmpty());
  }
}
