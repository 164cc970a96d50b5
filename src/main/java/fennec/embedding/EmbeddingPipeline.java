package fennec.embedding;

import fennec.error.FennecException;
import fennec.file.ContentHash;
import fennec.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A folder of pictures to n x d numbers: several threads read, decode and prepare, at most a few
 * batches ahead; the calling thread encodes batch after batch. Pictures are never all in memory.
 * Rows are in the folder's order and batches are cut in that order, so that the result does not
 * depend on the number of threads. What was encoded is in the cache at once, so that a run that is
 * cancelled or killed goes on where it was.
 */
public final class EmbeddingPipeline {

  /** What progress calls the phase whose steps are images. */
  public static final String PHASE = "embedding";

  private static final int BATCHES_AHEAD = 2;
  private static final long POLL_MILLISECONDS = 100;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private final ImageEncoder encoder;
  private final ImageDecoder decoder;
  private final Optional<EmbeddingCache> cache;
  private final int decodeThreads;

  /** A pipeline with as many decoding threads as there are cores, at most eight. */
  public EmbeddingPipeline(ImageEncoder encoder, Optional<EmbeddingCache> cache) {
    this(
        encoder,
        new ImageDecoder(),
        cache,
        Math.min(8, Runtime.getRuntime().availableProcessors()));
  }

  /** A pipeline of these parts; without a cache every picture is encoded. */
  public EmbeddingPipeline(
      ImageEncoder encoder,
      ImageDecoder decoder,
      Optional<EmbeddingCache> cache,
      int decodeThreads) {
    if (decodeThreads < 1) {
      throw new IllegalArgumentException(decodeThreads + " threads");
    }
    this.encoder = encoder;
    this.decoder = decoder;
    this.cache = cache;
    this.decodeThreads = decodeThreads;
  }

  /**
   * Embeds every readable picture of {@code folder}.
   *
   * @throws FennecException if the encoder fails, or no picture can be read
   * @throws java.util.concurrent.CancellationException within a batch of the watcher's wish; what
   *     was encoded so far is in the cache
   */
  public EmbeddingRun run(ImageFolder folder, EmbeddingListener listener, Progress progress)
      throws FennecException {
    ExecutorService decoders =
        Executors.newFixedThreadPool(
            decodeThreads,
            work -> {
              Thread thread = new Thread(work, "decode-" + THREAD_NUMBER.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    try {
      return new Run(folder, listener, progress).run(decoders);
    } finally {
      decoders.shutdownNow();
    }
  }

  private final class Run {

    private final ImageFolder folder;
    private final EmbeddingListener listener;
    private final Progress progress;
    private final List<EmbeddedImage> images = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final List<FailedImage> failed = new ArrayList<>();
    private final List<PictureWork.Outcome> batch = new ArrayList<>();
    private final List<Integer> batchRows = new ArrayList<>();
    private final MessageDigest fingerprint = ContentHash.digest();
    private int done;
    private int fromCache;

    Run(ImageFolder folder, EmbeddingListener listener, Progress progress) {
      this.folder = folder;
      this.listener = listener;
      this.progress = progress;
      failed.addAll(folder.complaints());
    }

    EmbeddingRun run(ExecutorService decoders) throws FennecException {
      PictureWork work = new PictureWork(encoder, decoder, cache, listener.thumbnailSide());
      ArrayDeque<Future<PictureWork.Outcome>> ahead = new ArrayDeque<>();
      Iterator<ImageSource> waiting = folder.sources().iterator();
      int window = BATCHES_AHEAD * encoder.batchSize() + decodeThreads;
      progress.step(0, folder.size(), PHASE);
      while (waiting.hasNext() || !ahead.isEmpty()) {
        while (waiting.hasNext() && ahead.size() < window) {
          ImageSource source = waiting.next();
          ahead.add(decoders.submit(() -> work.run(source)));
        }
        take(await(ahead.remove()));
        if (batch.size() == encoder.batchSize()) {
          encodeBatch();
        }
      }
      encodeBatch();
      if (images.size() > fromCache) {
        cache.ifPresent(EmbeddingCache::trim);
      }
      if (images.isEmpty()) {
        throw new FennecException(
            (folder.size() == 1
                    ? "The only picture in " + folder.title() + " cannot be read: "
                    : "None of the "
                        + folder.size()
                        + " pictures in "
                        + folder.title()
                        + " can be read; the first is ")
                + failed.get(failed.size() - folder.size()).sentence());
      }
      ImageEmbeddings embeddings =
          new ImageEmbeddings(
              encoder.id(), encoder.dimension(), images, vectors.toArray(float[][]::new));
      return new EmbeddingRun(
          embeddings, failed, fromCache, HexFormat.of().formatHex(fingerprint.digest()));
    }

    private PictureWork.Outcome await(Future<PictureWork.Outcome> head) throws FennecException {
      while (true) {
        try {
          progress.checkCancelled();
          return head.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          progress.step(done, folder.size(), PHASE); // still alive
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CancellationException("Interrupted.");
        } catch (ExecutionException e) {
          throw new FennecException("A picture could not be prepared: " + e.getCause() + ".", e);
        }
      }
    }

    private void take(PictureWork.Outcome outcome) {
      if (outcome.failure() != null) {
        failed.add(outcome.failure());
        listener.failed(outcome.failure());
        finished(1);
        return;
      }
      EmbeddedImage image = outcome.image();
      String line = image.file() + '\n' + outcome.contentSha256() + '\n';
      fingerprint.update(line.getBytes(StandardCharsets.UTF_8));
      listener.decoded(image, outcome.thumbnail());
      images.add(image);
      vectors.add(outcome.vector());
      if (outcome.vector() == null) {
        batch.add(outcome);
        batchRows.add(images.size() - 1);
      } else {
        fromCache++;
        listener.embedded(image, true);
        finished(1);
      }
    }

    private void encodeBatch() throws FennecException {
      if (batch.isEmpty()) {
        return;
      }
      progress.checkCancelled();
      float[][] rows = encoder.encode(batch.stream().map(PictureWork.Outcome::prepared).toList());
      for (int i = 0; i < rows.length; i++) {
        checkFinite(batch.get(i).image(), rows[i]);
        vectors.set(batchRows.get(i), rows[i]);
        keep(batch.get(i), rows[i]);
      }
      for (PictureWork.Outcome outcome : batch) {
        listener.embedded(outcome.image(), false);
      }
      finished(rows.length);
      batch.clear();
      batchRows.clear();
    }

    private void checkFinite(EmbeddedImage image, float[] row) throws FennecException {
      for (float number : row) {
        if (!Float.isFinite(number)) {
          throw new FennecException(
              encoder.title() + " gives " + number + " for " + image.file() + ".");
        }
      }
    }

    private void keep(PictureWork.Outcome outcome, float[] row) {
      EmbeddedImage image = outcome.image();
      cache.ifPresent(
          c -> c.put(outcome.key(), new EmbeddingCache.Entry(image.width(), image.height(), row)));
    }

    private void finished(int number) {
      done += number;
      progress.step(done, folder.size(), PHASE);
    }
  }
}
