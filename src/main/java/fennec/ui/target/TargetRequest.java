package fennec.ui.target;

import fennec.io.RankOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * What the user wants ranked.
 *
 * @param sources a folder, an archive, or images
 * @param encoder {@link EncoderChoice#id}
 * @param clusters number of clusters of architectures that the meta score tells apart
 * @param options what the ranking is made with
 */
public record TargetRequest(List<Path> sources, String encoder, int clusters, RankOptions options) {

  /** Copies the list. */
  public TargetRequest {
    sources = List.copyOf(sources);
  }
}
