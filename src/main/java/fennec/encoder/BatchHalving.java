package fennec.encoder;

import fennec.embedding.PreparedImage;
import fennec.error.FennecException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a batch; where the device's memory ends, runs its halves instead, and theirs. */
final class BatchHalving {

  private static final Logger LOG = LoggerFactory.getLogger(BatchHalving.class);

  private BatchHalving() {}

  /** One forward pass. */
  @FunctionalInterface
  interface Forward {
    /** n pictures to n rows; throws what the engine throws. */
    float[][] run(List<PreparedImage> batch);
  }

  /**
   * Encodes {@code batch} whole or in pieces; rows are in its order.
   *
   * @throws FennecException if the engine fails, or one picture alone is too much
   */
  static float[][] encode(String encoder, List<PreparedImage> batch, Forward forward)
      throws FennecException {
    try {
      return forward.run(batch);
    } catch (RuntimeException | OutOfMemoryError e) {
      if (!tellsOfMemory(e)) {
        throw new FennecException(
            encoder + " failed on " + batch.get(0).name() + ": " + TensorEngine.firstLine(e) + ".",
            e);
      }
      if (batch.size() == 1) {
        throw new FennecException(
            "There is not enough memory to encode one picture with " + encoder + ".", e);
      }
      LOG.info("Out of memory with {} pictures in a batch; going on with half.", batch.size());
    }
    int half = batch.size() / 2;
    float[][] rows = new float[batch.size()][];
    float[][] first = encode(encoder, batch.subList(0, half), forward);
    float[][] second = encode(encoder, batch.subList(half, batch.size()), forward);
    System.arraycopy(first, 0, rows, 0, half);
    System.arraycopy(second, 0, rows, half, batch.size() - half);
    return rows;
  }

  private static boolean tellsOfMemory(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
      if (t instanceof OutOfMemoryError
          || message.contains("out of memory")
          || message.contains("can't allocate memory")) {
        return true;
      }
    }
    return false;
  }
}
