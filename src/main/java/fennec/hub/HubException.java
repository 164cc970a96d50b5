package fennec.hub;

import fennec.error.FennecException;

/** The Hub did not give what was asked for; {@link #retryable} tells whether it might later. */
final class HubException extends FennecException {

  private final boolean retryable;
  private final long waitMillis;

  HubException(String userMessage, boolean retryable, long waitMillis) {
    super(userMessage);
    this.retryable = retryable;
    this.waitMillis = waitMillis;
  }

  HubException(String userMessage, Throwable cause) {
    super(userMessage, cause);
    this.retryable = true;
    this.waitMillis = 0;
  }

  boolean retryable() {
    return retryable;
  }

  /** How long the server asks to wait; 0 if it does not say. */
  long waitMillis() {
    return waitMillis;
  }
}
