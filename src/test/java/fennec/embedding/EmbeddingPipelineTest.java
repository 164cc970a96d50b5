package fennec.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.testing.FakeImageEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Order, cache, cancelling and failures of the pipeline, with a histogram for an encoder. */
class EmbeddingPipelineTest {

  @TempDir Path temporary;

  private Path pictures;
  private EmbeddingCache cache;

  @BeforeEach
  void makePictures() throws IOException {
    pictures = Files.createDirectory(temporary.resolve("pictures"));
    cache = new EmbeddingCache(temporary.resolve("cache"), 1 << 20);
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 22; i++) {
      BufferedImage image = new BufferedImage(20 + i, 10, BufferedImage.TYPE_3BYTE_BGR);
      for (int x = 0; x < image.getWidth(); x++) {
        for (int y = 0; y < 10; y++) {
          image.setRGB(x, y, random.nextInt());
        }
      }
      ImageIO.write(image, "png", pictures.resolve("img" + i + ".png").toFile());
    }
    Files.writeString(pictures.resolve("img7.png"), "no picture");
  }

  private EmbeddingRun run(FakeImageEncoder encoder, int threads, boolean cached)
      throws FennecException {
    return run(encoder, threads, cached, EmbeddingListener.NONE, Progress.NONE);
  }

  private EmbeddingRun run(
      FakeImageEncoder encoder,
      int threads,
      boolean cached,
      EmbeddingListener listener,
      Progress progress)
      throws FennecException {
    Optional<EmbeddingCache> kept = cached ? Optional.of(cache) : Optional.empty();
    return new EmbeddingPipeline(encoder, new ImageDecoder(), kept, threads)
        .run(ImageFolder.open(pictures, Progress.NONE), listener, progress);
  }

  @Test
  void resultIsInNaturalOrderWhateverTheThreads() throws Exception {
    FakeImageEncoder encoder = new FakeImageEncoder("fake");
    EmbeddingRun one = run(encoder, 1, false);
    EmbeddingRun many = run(new FakeImageEncoder("fake"), 5, false);
    assertEquals(21, one.embeddings().size());
    assertEquals("img10.png", one.embeddings().images().get(9).file());
    assertEquals(30, one.embeddings().images().get(9).width());
    assertEquals(List.of(4, 4, 4, 4, 4, 1), encoder.batches());
    assertEquals(one.embeddings().images(), many.embeddings().images());
    assertArrayEquals(one.embeddings().vectors(), many.embeddings().vectors());
    assertEquals(one.fingerprint(), many.fingerprint());
    assertEquals(
        List.of(
            "img7.png: The file is no picture; Fennec reads JPEG, PNG, GIF, BMP, WebP and TIFF."),
        one.failed().stream().map(FailedImage::sentence).toList());
  }

  @Test
  void secondRunEncodesNothingAndGivesTheSame() throws Exception {
    EmbeddingRun first = run(new FakeImageEncoder("fake"), 2, true);
    FakeImageEncoder encoder = new FakeImageEncoder("fake");
    EmbeddingRun second = run(encoder, 2, true);
    assertEquals(0, first.fromCache());
    assertEquals(21, second.fromCache());
    assertEquals(List.of(), encoder.batches());
    assertArrayEquals(first.embeddings().vectors(), second.embeddings().vectors());
    assertEquals(first.embeddings().images(), second.embeddings().images());
    assertEquals(0, run(new FakeImageEncoder("other"), 2, true).fromCache());
  }

  @Test
  void cancelledRunGoesOnWhereItWas() throws Exception {
    Progress impatient =
        new Progress() {
          private volatile long seen;

          @Override
          public void step(long done, long total, String what) {
            seen = done;
          }

          @Override
          public boolean isCancelled() {
            return seen >= 8;
          }
        };
    FakeImageEncoder encoder = new FakeImageEncoder("fake");
    assertThrows(
        CancellationException.class,
        () -> run(encoder, 2, true, EmbeddingListener.NONE, impatient));
    assertEquals(List.of(4, 4), encoder.batches());
    assertEquals(8, run(new FakeImageEncoder("fake"), 2, true).fromCache());
  }

  @Test
  void listenerHearsEveryPictureInOrderWithThumbnails() throws Exception {
    List<String> heard = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    EmbeddingListener listener =
        new EmbeddingListener() {
          @Override
          public int thumbnailSide() {
            return 16;
          }

          @Override
          public void decoded(EmbeddedImage image, DecodedImage thumbnail) {
            heard.add("decoded " + image.file());
            widths.add(thumbnail.width());
          }

          @Override
          public void embedded(EmbeddedImage image, boolean fromCache) {
            heard.add("embedded " + image.file());
          }

          @Override
          public void failed(FailedImage image) {
            heard.add("failed " + image.file());
          }
        };
    run(new FakeImageEncoder("fake"), 3, true, listener, Progress.NONE);
    assertEquals(43, heard.size());
    assertEquals("decoded img0.png", heard.get(0));
    assertEquals("embedded img0.png", heard.get(4));
    assertTrue(heard.contains("failed img7.png"));
    assertTrue(widths.stream().allMatch(width -> width == 16));
  }

  @Test
  void folderWithoutReadablePictureFails() throws Exception {
    for (int i = 0; i < 22; i++) {
      Files.delete(pictures.resolve("img" + i + ".png"));
    }
    Files.createFile(pictures.resolve("a.jpg"));
    assertEquals(
        "The only picture in " + pictures + " cannot be read: a.jpg: The file is empty.",
        assertThrows(FennecException.class, () -> run(new FakeImageEncoder("fake"), 2, false))
            .getMessage());
    Files.createFile(pictures.resolve("b.jpg"));
    assertEquals(
        "None of the 2 pictures in "
            + pictures
            + " can be read; the first is a.jpg: The file is empty.",
        assertThrows(FennecException.class, () -> run(new FakeImageEncoder("fake"), 2, false))
            .getMessage());
  }

  @Test
  void aNumberThatIsNoneStopsTheRunAndIsNotKept() {
    FakeImageEncoder broken =
        new FakeImageEncoder("fake") {
          @Override
          public float[][] encode(List<PreparedImage> batch) {
            float[][] rows = super.encode(batch);
            rows[1][3] = Float.NaN;
            return rows;
          }
        };

    FennecException e = assertThrows(FennecException.class, () -> run(broken, 1, true));

    assertEquals("Histogram gives NaN for img1.png.", e.getMessage());
  }

  /** All pictures fit into one batch, which is due when nothing is waited for any more. */
  @Test
  void aWishToStopIsHeardBeforeTheLastBatch() {
    FakeImageEncoder encoder =
        new FakeImageEncoder("fake") {
          @Override
          public int batchSize() {
            return 100;
          }
        };
    List<String> decoded = new ArrayList<>();
    EmbeddingListener listener =
        new EmbeddingListener() {
          @Override
          public void decoded(EmbeddedImage image, DecodedImage thumbnail) {
            decoded.add(image.file());
          }
        };
    Progress afterTheLastPicture =
        new Progress() {
          @Override
          public void step(long done, long total, String what) {}

          @Override
          public boolean isCancelled() {
            return decoded.size() == 21;
          }
        };

    assertThrows(
        CancellationException.class, () -> run(encoder, 1, false, listener, afterTheLastPicture));
    assertEquals(List.of(), encoder.batches());
  }
}
