package fennec.hub;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Brings one file into the cache: bytes are appended to {@code BLOB.incomplete}, a broken or
 * stalled connection is taken up again where it ended, and the file counts only when size and hash
 * are those announced.
 */
final class Transfer {

  private static final int ATTEMPTS = 5;

  private final HubClient client;
  private final Duration stall;
  private final Duration pause;

  /** Gives up on silence after {@code stall}; waits {@code pause} before trying again, doubling. */
  Transfer(HubClient client, Duration stall, Duration pause) {
    this.client = client;
    this.stall = stall;
    this.pause = pause;
  }

  /**
   * Fetches {@code file} from {@code uri} to {@code blob}; {@code received} hears of every piece.
   *
   * @throws FennecException if the server keeps failing (what came is kept) or the content is not
   *     what was announced (nothing is kept)
   */
  void fetch(RemoteFile file, URI uri, Path blob, LongConsumer received, Progress progress)
      throws FennecException {
    Path part = blob.resolveSibling(blob.getFileName() + ".incomplete");
    try {
      Files.createDirectories(blob.getParent());
      int failures = 0;
      long before = size(part);
      while (size(part) != file.size() || !Files.exists(part)) {
        progress.checkCancelled();
        if (size(part) > file.size()) {
          Files.delete(part);
        }
        try {
          attempt(file, uri, part, received, progress);
        } catch (HubException e) {
          failures = size(part) > before ? 1 : failures + 1;
          before = size(part);
          if (!e.retryable() || failures >= ATTEMPTS) {
            throw e;
          }
          await(Math.max(e.waitMillis(), pause.toMillis() << failures), progress);
        }
      }
      if (!FileHash.matches(file.etag(), part)) {
        String actual = FileHash.like(file.etag(), part);
        Files.delete(part);
        throw new FennecException(
            String.format(
                "%s arrived damaged: its hash is %s and %s was announced; nothing of it was kept.",
                file.name(), actual, file.etag()));
      }
      Files.move(part, blob, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FennecException("Cannot write " + part + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private void attempt(
      RemoteFile file, URI uri, Path part, LongConsumer received, Progress progress)
      throws FennecException, IOException {
    long have = size(part);
    Map<String, String> headers = have > 0 ? Map.of("Range", "bytes=" + have + "-") : Map.of();
    HttpResponse<InputStream> response;
    try {
      response = client.send("GET", uri, headers, false);
    } catch (HubException e) {
      if (e.getMessage().endsWith("(416).")) {
        Files.deleteIfExists(part);
      }
      throw e;
    }
    boolean goesOn =
        response.statusCode() == 206
            && response
                .headers()
                .firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + have + "-"))
                .isPresent();
    if (have > 0 && !goesOn) {
      received.accept(-have);
      Files.delete(part);
    }
    try (InputStream in = response.body();
        OutputStream out =
            Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      copy(file, uri.getHost(), in, new Sink(out, size(part)), received, progress);
    }
  }

  private record Sink(OutputStream out, long have) {}

  private void copy(
      RemoteFile file,
      String host,
      InputStream in,
      Sink sink,
      LongConsumer received,
      Progress progress)
      throws FennecException, IOException {
    AtomicLong heard = new AtomicLong(System.nanoTime());
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> watching =
        watch.scheduleAtFixedRate(
            () -> {
              if (System.nanoTime() - heard.get() > stall.toNanos() || progress.isCancelled()) {
                closeQuietly(in);
              }
            },
            50,
            50,
            TimeUnit.MILLISECONDS);
    long have = sink.have();
    try {
      byte[] piece = new byte[1 << 16];
      while (have < file.size()) {
        int n = read(in, piece);
        progress.checkCancelled();
        if (n < 0) {
          boolean silent = System.nanoTime() - heard.get() > stall.toNanos();
          throw new HubException(
              String.format(
                  "%s %s after %d of %d bytes of %s; start again to go on from there.",
                  host, silent ? "fell silent" : "hung up", have, file.size(), file.name()),
              true,
              0);
        }
        heard.set(System.nanoTime());
        int wanted = (int) Math.min(n, file.size() - have);
        sink.out().write(piece, 0, wanted);
        have += wanted;
        received.accept(wanted);
        if (wanted < n) {
          throw new HubException(
              String.format(
                  "%s sends more than the %d bytes of %s that it announced.",
                  host, file.size(), file.name()),
              false,
              0);
        }
      }
    } finally {
      watching.cancel(true);
      watch.shutdownNow();
    }
  }

  /** The next bytes; -1 where the stream ends, whether in order or broken off. */
  private static int read(InputStream in, byte[] piece) {
    try {
      return in.read(piece);
    } catch (IOException e) {
      return -1;
    }
  }

  /** Waits, and stops waiting when the watcher asks to stop. */
  static void await(long millis, Progress progress) {
    try {
      CountDownLatch never = new CountDownLatch(1);
      for (long left = millis; left > 0; left -= 100) {
        progress.checkCancelled();
        if (never.await(Math.min(100, left), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    }
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // the reader sees the end of the stream
      return;
    }
  }
}
