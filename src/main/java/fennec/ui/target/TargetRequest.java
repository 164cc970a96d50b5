package fennec.ui.target;

import java.nio.file.Path;
import java.util.List;

/**
 * What the user wants ranked.
 *
 * @param sources a folder, an archive, or images
 * @param encoder {@link EncoderChoice#id}
 * @param clusters number of clusters of architectures that the meta score tells apart
 */
public record TargetRequest(List<Path> sources, String encoder, int clusters) {

  /** Copies the list. */
  public TargetRequest {
    sources = List.copyOf(sources);
  }
}
