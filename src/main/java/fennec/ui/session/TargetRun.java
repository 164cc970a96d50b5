package fennec.ui.session;

import fennec.io.RankOptions;
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
 * @param options what the ranking was made with
 * @param notes sentences the user should read, for example which encoder was taken and why
 */
public record TargetRun(
    List<Path> sources,
    String encoderChoice,
    Recommendation recommendation,
    Provenance provenance,
    List<FailedImage> failed,
    RankOptions options,
    List<String> notes) {

  /** Copies the lists. */
  public TargetRun {
    sources = List.copyOf(sources);
    failed = List.copyOf(failed);
    notes = List.copyOf(notes);
  }

  /** A run with the standard options and no notes. */
  public TargetRun(
      List<Path> sources,
      String encoderChoice,
      Recommendation recommendation,
      Provenance provenance,
      List<FailedImage> failed) {
    this(
        sources, encoderChoice, recommendation, provenance, failed, RankOptions.DEFAULT, List.of());
  }

  /** The same images with other scores. */
  public TargetRun with(Recommendation other, Provenance how) {
    return new TargetRun(sources, encoderChoice, other, how, failed, options, notes);
  }
}
