package fennec.embedding;

/**
 * Hears of every picture while a folder is embedded, in the folder's order, on the thread that
 * called {@link EmbeddingPipeline#run}. A listener should return at once.
 */
public interface EmbeddingListener {

  /** Hears nothing and wants no thumbnails. */
  EmbeddingListener NONE = new EmbeddingListener() {};

  /** Longer side of the thumbnails wanted, in pixels; 0 for none, which is quicker. */
  default int thumbnailSide() {
    return 0;
  }

  /**
   * A picture was decoded.
   *
   * @param image its name, label and original size
   * @param thumbnail null if none was wanted
   */
  default void decoded(EmbeddedImage image, DecodedImage thumbnail) {}

  /** A picture has its vector, encoded now or taken from the cache. */
  default void embedded(EmbeddedImage image, boolean fromCache) {}

  /** A picture could not be used. */
  default void failed(FailedImage image) {}
}
