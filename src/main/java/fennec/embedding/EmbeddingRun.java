package fennec.embedding;

import java.util.List;

/**
 * What embedding a folder gave.
 *
 * @param embeddings one row for every readable picture, in natural order
 * @param failed what could not be used, complaints of the walk first
 * @param fromCache number of rows that were in the cache
 * @param fingerprint SHA-256 over names and contents of the readable pictures, for provenance
 */
public record EmbeddingRun(
    ImageEmbeddings embeddings, List<FailedImage> failed, int fromCache, String fingerprint) {

  /** Copies the list. */
  public EmbeddingRun {
    failed = List.copyOf(failed);
  }
}
