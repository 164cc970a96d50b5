package fennec.embedding;

import fennec.error.FennecException;
import java.util.List;

/**
 * Turns pictures into vectors: the proxy of arXiv 2403.06382, section 3.2. {@link #prepare} may be
 * called from many threads; {@link #encode} from one at a time.
 */
public interface ImageEncoder extends AutoCloseable {

  /**
   * Names encoder, weights and preprocessing so that equal ids give equal vectors, for example
   * {@code built-in:e5fd484fb5bc}. Used as the key of caches and task features.
   */
  String id();

  /** Name for people, for example {@code CLIP ViT-B/32}. */
  String title();

  /** SHA-256 of the weights, lower-case hexadecimal. */
  String weightsSha256();

  /** Where it runs and why, for people, for example {@code CPU, 2 cores}. */
  String device();

  /** Length d of a vector. */
  int dimension();

  /**
   * Pictures in a batch that suit encoder and device: enough to keep the device busy, few enough
   * that a batch takes well under a second, for work can be cancelled only between batches.
   */
  default int batchSize() {
    return 16;
  }

  /** Resizes, crops and normalises one picture; thread-safe and deterministic. */
  PreparedImage prepare(DecodedImage image);

  /**
   * Encodes a batch: n pictures to n x d numbers, in the order given. Results do not depend on how
   * pictures are batched beyond the rounding of single precision.
   *
   * @throws FennecException if the engine fails
   */
  float[][] encode(List<PreparedImage> batch) throws FennecException;

  @Override
  void close();
}
