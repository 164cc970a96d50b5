package fennec.ui.target;

/** What has become of an image so far. */
public enum ImageState {
  /** Listed, not read yet. */
  FOUND,
  /** Read. */
  DECODED,
  /** It has its vector. */
  EMBEDDED,
  /** Left out. */
  FAILED
}
