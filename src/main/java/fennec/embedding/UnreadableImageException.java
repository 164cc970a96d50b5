package fennec.embedding;

import fennec.error.FennecException;

/** One picture could not be read or decoded; the others can. */
public final class UnreadableImageException extends FennecException {

  private final FailedImage failure;

  /** A failure of {@code file} for {@code reason}, a sentence without the name. */
  public UnreadableImageException(String file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
    this.failure = new FailedImage(file, reason);
  }

  /** The file and the reason, for the list of unreadable files. */
  public FailedImage failure() {
    return failure;
  }
}
