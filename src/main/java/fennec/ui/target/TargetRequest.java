package fennec.ui.target;

import java.nio.file.Path;
import java.util.List;

/**
 * What the user wants ranked.
 *
 * @param sources a folder, an archive, or images
 * @param encoder {@link EncoderChoice#id}
 */
public record TargetRequest(List<Path> sources, String encoder) {

  /** Copies the list. */
  public TargetRequest {
    sources = List.copyOf(sources);
  }
}
