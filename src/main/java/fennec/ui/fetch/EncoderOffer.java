package fennec.ui.fetch;

import java.util.Locale;

/**
 * What fetching an encoder would bring.
 *
 * @param encoder its name on the command line
 * @param title its name for people
 * @param source server and repository
 * @param licence as its publisher states it; empty if not known
 * @param target folder the files go to
 * @param totalBytes of all files
 * @param missingBytes still to be fetched
 * @param freeBytes left on the disk of {@code target}
 */
public record EncoderOffer(
    String encoder,
    String title,
    String source,
    String licence,
    String target,
    long totalBytes,
    long missingBytes,
    long freeBytes) {

  /** Whether an earlier download ended in the middle. */
  public boolean begun() {
    return missingBytes < totalBytes;
  }

  /** The size in words, for example {@code 605.2 MB, 300.0 MB of it are here}. */
  public String size() {
    return begun()
        ? megabytes(totalBytes) + ", " + megabytes(totalBytes - missingBytes) + " of it are here"
        : megabytes(totalBytes);
  }

  /** The licence in words. */
  public String licenceText() {
    return licence.isEmpty() ? "not stated by its publisher; see its page" : licence;
  }

  /** Bytes as megabytes (10^6), or as gigabytes (10^9) from ten of them. */
  public static String megabytes(long bytes) {
    return bytes >= 10_000_000_000L
        ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
