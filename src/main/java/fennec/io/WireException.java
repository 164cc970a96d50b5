package fennec.io;

import java.io.IOException;

/** What is wrong with the bytes of a file, as the end of a sentence that begins with its name. */
final class WireException extends IOException {

  private static final long serialVersionUID = 1L;

  WireException(String predicate) {
    super(predicate);
  }
}
