package fennec.encoder;

import fennec.encoder.BlockShape.Nonlinearity;
import fennec.error.FennecException;

/**
 * A DINOv2 {@code config.json}, with the defaults of the Transformers library.
 *
 * @param imageSide pixels the positions were trained for
 * @param patchSide pixels
 * @param layers of blocks
 * @param block sizes of each
 * @param bias whether query, key and value have one
 */
record DinoV2Config(int imageSide, int patchSide, int layers, BlockShape block, boolean bias) {

  static DinoV2Config read(CheckpointFolder checkpoint) throws FennecException {
    String file = checkpoint.folder().resolve("config.json").toString();
    if (!checkpoint.type().equals("dinov2")) {
      throw new FennecException(
          file + " has the model_type \"" + checkpoint.type() + "\", not dinov2.");
    }
    JsonFields fields = new JsonFields(file, checkpoint.config());
    int channels = fields.size("num_channels", 3);
    if (channels != 3) {
      throw new FennecException(file + " has " + channels + " channels; only 3 are supported.");
    }
    int width = fields.size("hidden_size", 768);
    int inner = (int) (width * fields.positive("mlp_ratio", 4));
    boolean gated = fields.flag("use_swiglu_ffn", false);
    if (gated) {
      // the gate doubles the first layer, so two thirds of the width, rounded up to eights
      inner = ((int) (inner * 2 / 3.0) + 7) / 8 * 8;
    }
    BlockShape block =
        new BlockShape(
            width,
            fields.size("num_attention_heads", 12),
            inner,
            (float) fields.positive("layer_norm_eps", 1e-6),
            gated
                ? Nonlinearity.SWIGLU
                : Nonlinearity.named(fields.word("hidden_act", "gelu"), file));
    return new DinoV2Config(
        fields.size("image_size", 224),
        fields.size("patch_size", 14),
        fields.size("num_hidden_layers", 12),
        BlockShape.checked(block, file),
        fields.flag("qkv_bias", true));
  }
}
