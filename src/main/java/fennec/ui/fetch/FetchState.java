package fennec.ui.fetch;

/** Where fetching an encoder stands. */
public enum FetchState {
  /** The server is asked for sizes. */
  ASKING,
  /** An offer waits for consent. */
  OFFERED,
  /** Files are coming. */
  FETCHING,
  /** All files are here. */
  DONE,
  /** There is no offer, and the message says why. */
  FAILED
}
