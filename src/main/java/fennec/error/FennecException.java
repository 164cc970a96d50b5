package fennec.error;

/**
 * A failure a user can act on. The message is one sentence that names the file and the place; it is
 * shown as it stands, in a dialog or on stderr, and never with a stack trace.
 */
public class FennecException extends Exception {

  /** Creates a failure with {@code userMessage}, one sentence for the person at the screen. */
  public FennecException(String userMessage) {
    super(userMessage);
  }

  /** Creates a failure with {@code userMessage} for the user and {@code cause} for the log. */
  public FennecException(String userMessage, Throwable cause) {
    super(userMessage, cause);
  }
}
