package fennec.fuzz;

import fennec.embedding.EmbeddingCache;
import fennec.file.AtomicFile;
import fennec.hub.CatalogueEntry;
import fennec.hub.HubDownload;
import fennec.hub.HubEnvironment;
import fennec.progress.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What is killed: writes a file, fills a cache or downloads until it is ended. */
public final class KilledChild {

  static final int FILE_BYTES = 4_000_000;
  static final int KEYS = 4000;
  static final int DIMENSION = 672;
  static final CatalogueEntry ENTRY =
      new CatalogueEntry("tiny", List.of(), "org/tiny", "clip", "Tiny CLIP", "");

  private KilledChild() {}

  /** Arguments: {@code write FILE}, {@code cache FOLDER} or {@code download}. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "write" -> write(Path.of(args[1]));
      case "cache" -> cache(new EmbeddingCache(Path.of(args[1]), 1L << 30));
      case "download" -> {
        HubDownload download = new HubDownload(HubEnvironment.ofProcess());
        download.fetch(download.plan(ENTRY), Progress.NONE);
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void write(Path file) throws Exception {
    byte[] bytes = new byte[FILE_BYTES];
    for (int i = 0; ; i++) {
      Arrays.fill(bytes, (byte) i);
      AtomicFile.write(file, out -> out.write(bytes));
    }
  }

  private static void cache(EmbeddingCache cache) {
    for (int i = 0; ; i = (i + 1) % KEYS) {
      cache.put(key(i), entry(i));
    }
  }

  static String key(int i) {
    return EmbeddingCache.key("picture " + i, "encoder", "decoder");
  }

  static EmbeddingCache.Entry entry(int i) {
    float[] vector = new float[DIMENSION];
    Arrays.fill(vector, i);
    return new EmbeddingCache.Entry(i + 1, i + 1, vector);
  }
}
