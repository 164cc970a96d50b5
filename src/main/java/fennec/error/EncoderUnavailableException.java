package fennec.error;

/**
 * The image encoder could not be made ready: its files are missing or wrong, or the engine does not
 * load here. The terminal ends with exit code 3.
 */
public final class EncoderUnavailableException extends FennecException {

  /** Creates a failure with {@code userMessage}, one sentence that says what is missing. */
  public EncoderUnavailableException(String userMessage) {
    super(userMessage);
  }

  /** Creates a failure with {@code userMessage} for the user and {@code cause} for the log. */
  public EncoderUnavailableException(String userMessage, Throwable cause) {
    super(userMessage, cause);
  }
}
