package fennec.encoder;

import fennec.embedding.ImageEncoder;
import fennec.embedding.ImagePreprocessing;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens whatever published checkpoint of a vision transformer lies at a place. */
final class VisionCheckpoints {

  private static final float[] CLIP_MEAN = {0.48145467f, 0.4578275f, 0.40821072f};
  private static final float[] CLIP_STD = {0.26862955f, 0.2613026f, 0.2757771f};

  private VisionCheckpoints() {}

  /**
   * Opens CLIP or DINOv2 by the {@code model_type} of the config, or OpenAI's archive by the ending
   * {@code .pt}.
   *
   * @throws FennecException naming the file and what is wrong with it
   */
  static ImageEncoder open(Path place, Placement placement) throws FennecException {
    if (place.toString().endsWith(".pt") && Files.isRegularFile(place)) {
      return openAi(place, placement);
    }
    CheckpointFolder checkpoint = CheckpointFolder.open(place);
    return checkpoint.type().equals("dinov2")
        ? DinoV2Encoder.open(checkpoint, placement)
        : ClipEncoder.open(checkpoint, placement);
  }

  private static ImageEncoder openAi(Path file, Placement placement) throws FennecException {
    OpenAiArchive archive = OpenAiArchive.open(file);
    boolean taken = false;
    try {
      ClipVisionConfig config = archive.config();
      int side = config.imageSide();
      ImagePreprocessing preprocessing =
          new ImagePreprocessing(side, side, 1 / 255.0, CLIP_MEAN, CLIP_STD);
      String sha256 = ContentHash.of(file);
      taken = true;
      return ClipEncoder.load(sha256, preprocessing, placement, archive, config);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    } finally {
      if (!taken) {
        archive.close();
      }
    }
  }
}
