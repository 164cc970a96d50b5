package fennec.encoder;

import fennec.encoder.TransformerBlock.Affine;
import fennec.error.FennecException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds CLIP's vision tower from its tensors. Radford et al., arXiv 2103.00020. */
final class ClipVisionTower {

  private static final String ROOT = "vision_model.";

  private ClipVisionTower() {}

  static VisionTransformer load(TensorLoader loader, ClipVisionConfig config)
      throws FennecException {
    BlockShape shape = config.block();
    int h = shape.width();
    int p = config.patchSide();
    int grid = config.imageSide() / p;
    String embeddings = ROOT + "embeddings.";
    float[] kernel = loader.values(embeddings + "patch_embedding.weight", h, 3, p, p);
    float[] first = loader.values(embeddings + "class_embedding", h);
    float[] positions =
        loader.values(embeddings + "position_embedding.weight", 1 + (long) grid * grid, h);
    for (int i = 0; i < h; i++) {
      first[i] += positions[i];
    }
    List<TransformerBlock> blocks = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      blocks.add(BlockNames.CLIP.load(loader, ROOT + "encoder.layers." + layer + ".", shape, true));
    }
    VisionTransformer.Parameters parameters =
        new VisionTransformer.Parameters(
            new Affine(loader.place(kernel, h, 3L * p * p), null),
            loader.place(first, 1, 1, h),
            loader.place(
                Arrays.copyOfRange(positions, h, positions.length), 1, (long) grid * grid, h),
            BlockNames.norm(loader, ROOT + "pre_layrnorm", h),
            blocks,
            BlockNames.norm(loader, ROOT + "post_layernorm", h),
            new Affine(loader.tensor("visual_projection.weight", config.projection(), h), null));
    // older files also store the numbers 0, 1, 2, ... of the positions
    loader.checkNothingIsLeft(name -> name.startsWith(ROOT) && !name.endsWith(".position_ids"));
    return new VisionTransformer(p, shape.epsilon(), parameters);
  }
}
