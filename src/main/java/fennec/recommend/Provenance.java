package fennec.recommend;

import java.time.Instant;
import java.util.List;

/**
 * Everything needed to make a ranking again; stands in every exported file.
 *
 * @param program name and version of the program
 * @param java version of the Java platform
 * @param encoder {@code ImageEncoder.id()}
 * @param encoderTitle its name for people
 * @param weightsSha256 hash of its weights
 * @param device where it ran
 * @param folder name of the folder of images, without its path
 * @param folderFingerprint hash over names and contents of the images used
 * @param images number of images used
 * @param failedImages number of files that could not be read
 * @param packs history packs
 * @param settings how the recommender was fitted
 * @param alpha weight of the meta score
 * @param time when the ranking was made
 */
public record Provenance(
    String program,
    String java,
    String encoder,
    String encoderTitle,
    String weightsSha256,
    String device,
    String folder,
    String folderFingerprint,
    int images,
    int failedImages,
    List<PackStamp> packs,
    RecommenderSettings settings,
    double alpha,
    Instant time) {

  /** Copies the list. */
  public Provenance {
    packs = List.copyOf(packs);
  }

  /** The same provenance for another alpha. */
  public Provenance withAlpha(double other) {
    return with(settings, other, time);
  }

  /** The same provenance of a ranking that was made with other settings at another time. */
  public Provenance withSettings(RecommenderSettings other, Instant when) {
    return with(other, alpha, when);
  }

  private Provenance with(RecommenderSettings otherSettings, double otherAlpha, Instant when) {
    return new Provenance(
        program,
        java,
        encoder,
        encoderTitle,
        weightsSha256,
        device,
        folder,
        folderFingerprint,
        images,
        failedImages,
        packs,
        otherSettings,
        otherAlpha,
        when);
  }
}
