package fennec.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import fennec.encoder.BlockShape.Nonlinearity;
import fennec.error.FennecException;

/**
 * The vision half of a CLIP {@code config.json}, with the defaults of the Transformers library: the
 * config of a whole CLIPModel ({@code vision_config} inside) or of a CLIPVisionModelWithProjection.
 *
 * @param imageSide pixels
 * @param patchSide pixels
 * @param layers of blocks
 * @param block sizes of each
 * @param projection d
 */
record ClipVisionConfig(
    int imageSide, int patchSide, int layers, BlockShape block, int projection) {

  static ClipVisionConfig read(CheckpointFolder checkpoint) throws FennecException {
    String file = checkpoint.folder().resolve("config.json").toString();
    JsonNode root = checkpoint.config();
    String type = checkpoint.type();
    if (!type.equals("clip") && !type.equals("clip_vision_model")) {
      throw new FennecException(
          file + " has the model_type \"" + type + "\"; CLIP has clip or clip_vision_model.");
    }
    JsonFields whole = new JsonFields(file, root);
    JsonFields vision =
        root.path("vision_config").isObject() ? whole.below("vision_config") : whole;
    int channels = vision.size("num_channels", 3);
    if (channels != 3) {
      throw new FennecException(file + " has " + channels + " channels; only 3 are supported.");
    }
    BlockShape block =
        new BlockShape(
            vision.size("hidden_size", 768),
            vision.size("num_attention_heads", 12),
            vision.size("intermediate_size", 3072),
            (float) vision.positive("layer_norm_eps", 1e-5),
            Nonlinearity.named(vision.word("hidden_act", "quick_gelu"), file));
    int imageSide = vision.size("image_size", 224);
    int patchSide = vision.size("patch_size", 32);
    if (imageSide < patchSide) {
      throw new FennecException(
          file + " cuts pictures of " + imageSide + " pixels into patches of " + patchSide + ".");
    }
    return new ClipVisionConfig(
        imageSide,
        patchSide,
        vision.size("num_hidden_layers", 12),
        BlockShape.checked(block, file),
        whole.size("projection_dim", 512));
  }
}
