package fennec.ui.session;

import fennec.recommend.Provenance;
import fennec.recommend.Recommendation;
import java.nio.file.Path;
import java.util.List;

/**
 * One finished run: images of a task in, scores of all candidates out.
 *
 * @param sources the folder, archive or images that were given
 * @param encoderChoice how the encoder was asked for, for example {@code auto}
 * @param recommendation scores of all candidates
 * @param provenance what is needed to make it again
 * @param failed images left out, each with its reason
 */
public record TargetRun(
    List<Path> sources,
    String encoderChoice,
    Recommendation recommendation,
    Provenance provenance,
    List<FailedImage> failed) {

  /** Copies the lists. */
  public TargetRun {
    sources = List.copyOf(sources);
    failed = List.copyOf(failed);
  }
}
