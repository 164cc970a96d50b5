package fennec.encoder;

import fennec.encoder.TransformerBlock.Affine;
import fennec.error.FennecException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds DINOv2 from its tensors. Oquab et al., arXiv 2304.07193. */
final class DinoV2Tower {

  private DinoV2Tower() {}

  /** Loads the tower for pictures of {@code side} pixels, to which the positions are stretched. */
  static VisionTransformer load(TensorLoader loader, DinoV2Config config, int side)
      throws FennecException {
    // files of models with a head keep the tower below this prefix
    String root = loader.has("dinov2.embeddings.cls_token") ? "dinov2." : "";
    BlockShape shape = config.block();
    int h = shape.width();
    int p = config.patchSide();
    int trained = config.imageSide() / p;
    int grid = side / p;
    String embeddings = root + "embeddings.";
    String patch = embeddings + "patch_embeddings.projection.";
    float[] kernel = loader.values(patch + "weight", h, 3, p, p);
    float[] first = loader.values(embeddings + "cls_token", 1, 1, h);
    float[] positions =
        loader.values(embeddings + "position_embeddings", 1, 1 + (long) trained * trained, h);
    for (int i = 0; i < h; i++) {
      first[i] += positions[i];
    }
    float[] patches = Arrays.copyOfRange(positions, h, positions.length);
    if (grid != trained) {
      patches = PositionInterpolation.resample(patches, trained, grid, h);
    }
    BlockNames names =
        shape.activation() == BlockShape.Nonlinearity.SWIGLU
            ? BlockNames.DINOV2_SWIGLU
            : BlockNames.DINOV2;
    List<TransformerBlock> blocks = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      blocks.add(names.load(loader, root + "encoder.layer." + layer + ".", shape, config.bias()));
    }
    VisionTransformer.Parameters parameters =
        new VisionTransformer.Parameters(
            new Affine(loader.place(kernel, h, 3L * p * p), loader.tensor(patch + "bias", h)),
            loader.place(first, 1, 1, h),
            loader.place(patches, 1, (long) grid * grid, h),
            null,
            blocks,
            BlockNames.norm(loader, root + "layernorm", h),
            null);
    String tower = root;
    loader.checkNothingIsLeft(
        name ->
            (name.startsWith(tower + "embeddings.") || name.startsWith(tower + "encoder."))
                && !name.equals(tower + "embeddings.mask_token"));
    return new VisionTransformer(p, shape.epsilon(), parameters);
  }
}
