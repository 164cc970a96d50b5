package fennec.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import fennec.encoder.TransformerBlock.Affine;
import java.util.List;

/**
 * A vision transformer: patches of the picture become tokens, a class token goes before them,
 * positions are added, blocks follow, and the class token after a layer norm (and a projection, if
 * there is one) is the embedding. Dosovitskiy et al., arXiv 2010.11929.
 */
final class VisionTransformer {

  /**
   * What it computes with, on the device.
   *
   * @param patch weight (h, 3 p p) and bias (h) or null: the convolution as one product, its kernel
   *     row by row as stored
   * @param classToken (1, 1, h): class token plus its position
   * @param positions (1, patches, h) of the patches
   * @param before layer norm before the blocks, or null
   * @param blocks at least one
   * @param after layer norm of the class token
   * @param projection weight (d, h) without bias, or null
   */
  record Parameters(
      Affine patch,
      NDArray classToken,
      NDArray positions,
      Affine before,
      List<TransformerBlock> blocks,
      Affine after,
      Affine projection) {}

  private final int patchSide;
  private final float epsilon;
  private final Parameters p;

  VisionTransformer(int patchSide, float epsilon, Parameters parameters) {
    this.patchSide = patchSide;
    this.epsilon = epsilon;
    this.p = parameters;
  }

  /** Length d of an embedding. */
  int dimension() {
    NDArray last = p.projection() == null ? p.after().weight() : p.projection().weight();
    return (int) last.getShape().get(0);
  }

  /** Embeddings (n, d) of pixels (n, 3, s, s), attached to the manager of {@code pixels}. */
  NDArray forward(NDArray pixels) {
    NDArray x = tokens(pixels);
    int last = p.blocks().size() - 1;
    for (TransformerBlock block : p.blocks().subList(0, last)) {
      block.forward(x);
    }
    NDArray token = p.blocks().get(last).firstToken(x);
    NDArray normed = p.after().norm(token, epsilon);
    return p.projection() == null ? normed : p.projection().linear(normed);
  }

  /** Tokens (n, 1 + patches, h) with positions. */
  private NDArray tokens(NDArray pixels) {
    Shape shape = pixels.getShape();
    long n = shape.get(0);
    long grid = shape.get(2) / patchSide;
    NDManager batch = pixels.getManager();
    try (NDManager temporary = batch.newSubManager()) {
      NDArray tiles =
          pixels
              .reshape(n, 3, grid, patchSide, grid, patchSide)
              .transpose(0, 2, 4, 1, 3, 5)
              .reshape(n, grid * grid, 3L * patchSide * patchSide);
      tiles.attach(temporary);
      NDArray patches = p.patch().linear(tiles).addi(p.positions());
      long width = p.classToken().getShape().get(2);
      NDArray first = temporary.zeros(new Shape(n, 1, width), patches.getDataType());
      first.addi(p.classToken());
      NDArray joint = first.concat(patches, 1);
      NDArray result = p.before() == null ? joint : p.before().norm(joint, epsilon);
      result.attach(batch);
      return result;
    }
  }
}
