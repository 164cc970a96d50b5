package fennec.encoder;

import fennec.encoder.TensorUnpickler.StoredTensor;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Translates the tensor names of OpenAI's CLIP to those of the Transformers library. */
final class OpenAiNames {

  private static final Map<String, String> OUTSIDE =
      Map.of(
          "visual.class_embedding", "vision_model.embeddings.class_embedding",
          "visual.conv1.weight", "vision_model.embeddings.patch_embedding.weight",
          "visual.positional_embedding", "vision_model.embeddings.position_embedding.weight",
          "visual.ln_pre.weight", "vision_model.pre_layrnorm.weight",
          "visual.ln_pre.bias", "vision_model.pre_layrnorm.bias",
          "visual.ln_post.weight", "vision_model.post_layernorm.weight",
          "visual.ln_post.bias", "vision_model.post_layernorm.bias");

  private static final Map<String, String> IN_BLOCK =
      Map.of(
          "attn.out_proj", "self_attn.out_proj",
          "ln_1", "layer_norm1",
          "ln_2", "layer_norm2",
          "mlp.c_fc", "mlp.fc1",
          "mlp.c_proj", "mlp.fc2");

  private static final String BLOCKS = "visual.transformer.resblocks.";

  private OpenAiNames() {}

  /**
   * A tensor that lies in another one.
   *
   * @param stored name in the archive
   * @param shape of this part
   * @param first element in the stored tensor
   * @param transposed whether rows and columns change places
   */
  record Part(String stored, long[] shape, int first, boolean transposed) {

    /** This part of the stored numbers. */
    float[] cut(float[] numbers) {
      int count = 1;
      for (long axis : shape) {
        count *= (int) axis;
      }
      if (!transposed) {
        return Arrays.copyOfRange(numbers, first, first + count);
      }
      int rows = (int) shape[0];
      int columns = (int) shape[1];
      float[] result = new float[count];
      for (int i = 0; i < count; i++) {
        result[i] = numbers[i % columns * rows + i / columns];
      }
      return result;
    }
  }

  /** All tensors by their new names; names that are not OpenAI's stay as they are. */
  static SortedMap<String, Part> parts(SortedMap<String, StoredTensor> stored) {
    SortedMap<String, Part> parts = new TreeMap<>();
    stored.forEach(
        (name, tensor) -> {
          long[] shape = tensor.shape();
          if (name.equals("visual.proj") && shape.length == 2) {
            parts.put(
                "visual_projection.weight",
                new Part(name, new long[] {shape[1], shape[0]}, 0, true));
          } else if (OUTSIDE.containsKey(name)) {
            parts.put(OUTSIDE.get(name), new Part(name, shape, 0, false));
          } else if (name.startsWith(BLOCKS)) {
            inBlock(name, shape, parts);
          } else if (!name.startsWith("visual.")) {
            parts.put(name, new Part(name, shape, 0, false));
          }
        });
    return parts;
  }

  private static void inBlock(String name, long[] shape, SortedMap<String, Part> parts) {
    String rest = name.substring(BLOCKS.length());
    int dot = rest.indexOf('.');
    String block = "vision_model.encoder.layers." + rest.substring(0, Math.max(dot, 0)) + ".";
    String inner = rest.substring(dot + 1);
    String kind = inner.substring(inner.lastIndexOf('.') + 1);
    if (inner.startsWith("attn.in_proj_") && shape.length > 0) {
      long[] third = shape.clone();
      third[0] /= 3;
      long size = Arrays.stream(third).reduce(1, (a, b) -> a * b);
      String[] names = {"q_proj.", "k_proj.", "v_proj."};
      for (int i = 0; i < 3; i++) {
        parts.put(
            block + "self_attn." + names[i] + inner.substring("attn.in_proj_".length()),
            new Part(name, third, (int) (i * size), false));
      }
      return;
    }
    String layer = IN_BLOCK.get(inner.substring(0, Math.max(0, inner.lastIndexOf('.'))));
    // a name that is not known stays as it is, to be refused as one with no place
    parts.put(
        block + (layer == null ? inner : layer + "." + kind), new Part(name, shape, 0, false));
  }

  /** Number of elements if they lie one after the other, row by row; -1 if not or far too many. */
  static long contiguous(StoredTensor tensor) {
    long count = 1;
    for (int axis = tensor.shape().length - 1; axis >= 0; axis--) {
      long length = tensor.shape()[axis];
      if (length > 1 && tensor.stride()[axis] != count) {
        return -1;
      }
      count *= length;
      if (count > Integer.MAX_VALUE / 4 || count < 0) {
        return -1;
      }
    }
    return tensor.offset() > Integer.MAX_VALUE ? -1 : count;
  }
}
