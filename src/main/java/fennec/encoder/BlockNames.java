package fennec.encoder;

import ai.djl.ndarray.NDArray;
import fennec.encoder.TransformerBlock.Affine;
import fennec.error.FennecException;

/**
 * Where a family of checkpoints keeps the parts of a block, relative to the block's prefix.
 *
 * @param norm1 first layer norm
 * @param query layer
 * @param key layer
 * @param value layer
 * @param output layer of the attention
 * @param norm2 second layer norm
 * @param first layer of the perceptron
 * @param second layer of the perceptron
 * @param scale1 layer scale, or null
 * @param scale2 layer scale, or null
 */
record BlockNames(
    String norm1,
    String query,
    String key,
    String value,
    String output,
    String norm2,
    String first,
    String second,
    String scale1,
    String scale2) {

  /** CLIP in the Transformers library. */
  static final BlockNames CLIP =
      new BlockNames(
          "layer_norm1",
          "self_attn.q_proj",
          "self_attn.k_proj",
          "self_attn.v_proj",
          "self_attn.out_proj",
          "layer_norm2",
          "mlp.fc1",
          "mlp.fc2",
          null,
          null);

  /** DINOv2 in the Transformers library, with a perceptron. */
  static final BlockNames DINOV2 =
      new BlockNames(
          "norm1",
          "attention.attention.query",
          "attention.attention.key",
          "attention.attention.value",
          "attention.output.dense",
          "norm2",
          "mlp.fc1",
          "mlp.fc2",
          "layer_scale1.lambda1",
          "layer_scale2.lambda1");

  /** DINOv2 giant, with a gated unit in place of the perceptron. */
  static final BlockNames DINOV2_SWIGLU =
      new BlockNames(
          DINOV2.norm1,
          DINOV2.query,
          DINOV2.key,
          DINOV2.value,
          DINOV2.output,
          DINOV2.norm2,
          "mlp.weights_in",
          "mlp.weights_out",
          DINOV2.scale1,
          DINOV2.scale2);

  /** Loads the block whose tensors begin with {@code prefix} (which ends in a dot). */
  TransformerBlock load(TensorLoader loader, String prefix, BlockShape shape, boolean bias)
      throws FennecException {
    int h = shape.width();
    return new TransformerBlock(
        shape,
        new TransformerBlock.Parameters(
            norm(loader, prefix + norm1, h),
            queryKeyValue(loader, prefix, shape, bias),
            affine(loader, prefix + output, h, h),
            scale1 == null ? null : loader.tensor(prefix + scale1, h),
            norm(loader, prefix + norm2, h),
            affine(loader, prefix + first, (long) shape.activation().factor() * shape.inner(), h),
            affine(loader, prefix + second, h, shape.inner()),
            scale2 == null ? null : loader.tensor(prefix + scale2, h)));
  }

  /** A layer norm of {@code width} numbers. */
  static Affine norm(TensorLoader loader, String name, long width) throws FennecException {
    return new Affine(loader.tensor(name + ".weight", width), loader.tensor(name + ".bias", width));
  }

  private static Affine affine(TensorLoader loader, String name, long out, long in)
      throws FennecException {
    return new Affine(loader.tensor(name + ".weight", out, in), loader.tensor(name + ".bias", out));
  }

  private Affine queryKeyValue(TensorLoader loader, String prefix, BlockShape shape, boolean bias)
      throws FennecException {
    int h = shape.width();
    float[] weights = new float[Math.multiplyExact(3 * h, h)];
    float[] biases = new float[3 * h];
    String[] names = {query, key, value};
    for (int part = 0; part < 3; part++) {
      float[] weight = loader.values(prefix + names[part] + ".weight", h, h);
      System.arraycopy(weight, 0, weights, part * h * h, h * h);
      if (bias) {
        System.arraycopy(loader.values(prefix + names[part] + ".bias", h), 0, biases, part * h, h);
      }
    }
    float scale = (float) (1 / Math.sqrt((double) h / shape.heads()));
    scale(weights, h * h, scale);
    scale(biases, h, scale);
    NDArray placedBias = bias ? loader.place(biases, 3L * h) : null;
    return new Affine(loader.place(weights, 3L * h, h), placedBias);
  }

  private static void scale(float[] values, int count, float factor) {
    for (int i = 0; i < count; i++) {
      values[i] *= factor;
    }
  }
}
