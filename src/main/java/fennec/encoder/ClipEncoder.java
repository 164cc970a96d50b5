package fennec.encoder;

import fennec.embedding.ImagePreprocessing;
import fennec.error.FennecException;

/**
 * CLIP's vision tower with its projection: one vector per picture, not normalised to unit length.
 * Single precision agrees with the reference implementation within 1e-4 per number. Radford et al.,
 * arXiv 2103.00020.
 */
public final class ClipEncoder extends VisionTransformerEncoder {

  private ClipEncoder(Facts facts, Weights weights, ClipVisionConfig config)
      throws FennecException {
    super(facts, weights, loader -> ClipVisionTower.load(loader, config));
  }

  /**
   * Loads the checkpoint, in the Transformers library's layout, to the device.
   *
   * @throws FennecException naming the field or tensor that is missing or odd
   */
  static ClipEncoder open(CheckpointFolder checkpoint, Placement placement) throws FennecException {
    ClipVisionConfig config = ClipVisionConfig.read(checkpoint);
    ImagePreprocessing preprocessing = PreprocessorConfig.read(checkpoint);
    if (preprocessing.crop() != config.imageSide()) {
      throw new FennecException(
          String.format(
              "%s: preprocessor_config.json crops to %d pixels, and config.json wants %d.",
              checkpoint.folder(), preprocessing.crop(), config.imageSide()));
    }
    return load(
        checkpoint.weightsSha256(), preprocessing, placement, checkpoint.openWeights(), config);
  }

  /** Loads the tower from {@code weights}, which are closed whatever happens. */
  static ClipEncoder load(
      String sha256,
      ImagePreprocessing preprocessing,
      Placement placement,
      Weights weights,
      ClipVisionConfig config)
      throws FennecException {
    String title =
        "CLIP " + sizeTitle(config.block().width(), config.patchSide(), config.imageSide(), 224);
    return new ClipEncoder(
        new Facts("clip", title, sha256, preprocessing, placement), weights, config);
  }
}
