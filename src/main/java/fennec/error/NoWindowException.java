package fennec.error;

/**
 * The window cannot be opened here: there is no display, or libraries that draw it are missing. The
 * program ends with exit code 4.
 */
public final class NoWindowException extends FennecException {

  /** Creates a failure with {@code userMessage} for the user and {@code cause} for the log. */
  public NoWindowException(String userMessage, Throwable cause) {
    super(userMessage, cause);
  }
}
