package fennec.encoder;

import fennec.embedding.ImagePreprocessing;
import fennec.error.FennecException;

/**
 * DINOv2: the class token after the last layer norm. Positions are stretched to the crop that the
 * preprocessing makes. Oquab et al., arXiv 2304.07193.
 */
public final class DinoV2Encoder extends VisionTransformerEncoder {

  private DinoV2Encoder(Facts facts, Weights weights, DinoV2Config config) throws FennecException {
    super(facts, weights, loader -> DinoV2Tower.load(loader, config, facts.preprocessing().crop()));
  }

  /**
   * Loads the checkpoint, in the Transformers library's layout, to the device.
   *
   * @throws FennecException naming the field or tensor that is missing or odd
   */
  static DinoV2Encoder open(CheckpointFolder checkpoint, Placement placement)
      throws FennecException {
    DinoV2Config config = DinoV2Config.read(checkpoint);
    ImagePreprocessing preprocessing = PreprocessorConfig.read(checkpoint);
    if (preprocessing.crop() % config.patchSide() != 0) {
      throw new FennecException(
          String.format(
              "%s: a crop of %d pixels is no multiple of the patches of %d.",
              checkpoint.folder(), preprocessing.crop(), config.patchSide()));
    }
    String title =
        "DINOv2 "
            + sizeTitle(config.block().width(), config.patchSide(), preprocessing.crop(), 224);
    Facts facts = new Facts("dinov2", title, checkpoint.weightsSha256(), preprocessing, placement);
    return new DinoV2Encoder(facts, checkpoint.openWeights(), config);
  }
}
