package fennec.embedding;

import fennec.file.ContentHash;
import java.util.Optional;

/**
 * The part of embedding one picture that many threads may do at once: read, look into the cache,
 * decode, prepare.
 */
record PictureWork(
    ImageEncoder encoder, ImageDecoder decoder, Optional<EmbeddingCache> cache, int thumbnailSide) {

  /**
   * One picture ready for the encoder, or already embedded, or failed.
   *
   * @param image its name, label and size; null if it failed
   * @param contentSha256 hash of its bytes; empty if it failed
   * @param key of the cache; empty if it failed
   * @param vector from the cache; null if there was none
   * @param prepared for the encoder; null if there is a vector
   * @param thumbnail null if none was wanted
   * @param failure null if it did not fail
   */
  record Outcome(
      EmbeddedImage image,
      String contentSha256,
      String key,
      float[] vector,
      PreparedImage prepared,
      DecodedImage thumbnail,
      FailedImage failure) {

    static Outcome failed(FailedImage failure) {
      return new Outcome(null, "", "", null, null, null, failure);
    }
  }

  Outcome run(ImageSource source) {
    try {
      return embeddable(source);
    } catch (UnreadableImageException e) {
      return Outcome.failed(e.failure());
    } catch (ArithmeticException e) {
      return Outcome.failed(
          new FailedImage(source.name(), "The picture is too long and narrow to be resized."));
    } catch (OutOfMemoryError e) {
      return Outcome.failed(
          new FailedImage(source.name(), "The picture does not fit into memory."));
    }
  }

  private Outcome embeddable(ImageSource source) throws UnreadableImageException {
    byte[] bytes = source.read();
    String content = ContentHash.of(bytes);
    String key = EmbeddingCache.key(content, encoder.id(), decoder.fingerprint());
    EmbeddingCache.Entry known =
        cache
            .flatMap(c -> c.get(key))
            .filter(entry -> entry.vector().length == encoder.dimension())
            .orElse(null);
    if (known != null && thumbnailSide == 0) {
      EmbeddedImage image =
          new EmbeddedImage(source.name(), source.label(), known.width(), known.height());
      return new Outcome(image, content, key, known.vector(), null, null, null);
    }
    DecodedImage decoded = decoder.decode(source.name(), bytes);
    EmbeddedImage image =
        new EmbeddedImage(source.name(), source.label(), decoded.width(), decoded.height());
    DecodedImage thumbnail = thumbnailSide == 0 ? null : thumbnail(decoded);
    return known != null
        ? new Outcome(image, content, key, known.vector(), null, thumbnail, null)
        : new Outcome(image, content, key, null, encoder.prepare(decoded), thumbnail, null);
  }

  private DecodedImage thumbnail(DecodedImage image) {
    int longer = Math.max(image.width(), image.height());
    if (longer <= thumbnailSide) {
      return image;
    }
    int width = Math.max(1, (int) ((long) image.width() * thumbnailSide / longer));
    int height = Math.max(1, (int) ((long) image.height() * thumbnailSide / longer));
    PillowResize.Window all = new PillowResize.Window(0, 0, width, height);
    return new DecodedImage(
        image.name(), width, height, PillowResize.resize(image, width, height, all));
  }
}
