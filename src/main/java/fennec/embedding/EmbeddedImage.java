package fennec.embedding;

import java.util.Objects;

/**
 * What is kept of one picture beside its vector.
 *
 * @param file path relative to the folder, with forward slashes
 * @param label the sub-folder it lies in; empty if the folder has no classes
 * @param width of the original in pixels, upright
 * @param height of the original in pixels, upright
 */
public record EmbeddedImage(String file, String label, int width, int height) {

  /** Checks that no component is null. */
  public EmbeddedImage {
    Objects.requireNonNull(file);
    Objects.requireNonNull(label);
  }
}
