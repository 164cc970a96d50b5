package fennec.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.List;

/**
 * A pre-norm transformer block: x + s1 A(N1(x)), then + s2 P(N2(.)), where A is multi-head
 * attention, P a perceptron of two layers, N layer norms and s the layer scale (absent: 1). Query,
 * key and value are one product; the factor 1/sqrt(h/heads) is already in the query's weights.
 * Dosovitskiy et al., arXiv 2010.11929, section 3.1; layer scale: Touvron et al., arXiv 2103.17239.
 */
final class TransformerBlock {

  /**
   * What a block computes with, on the device.
   *
   * @param norm1 weight and bias, (h)
   * @param queryKeyValue weight (3h, h) and bias (3h), the query's third divided by sqrt(h/heads)
   * @param output weight (h, h) and bias (h)
   * @param scale1 (h), or null
   * @param norm2 weight and bias, (h)
   * @param first layer of the perceptron, weight and bias
   * @param second layer of the perceptron, weight and bias
   * @param scale2 (h), or null
   */
  record Parameters(
      Affine norm1,
      Affine queryKeyValue,
      Affine output,
      NDArray scale1,
      Affine norm2,
      Affine first,
      Affine second,
      NDArray scale2) {}

  /** A weight and its bias, which may be null. */
  record Affine(NDArray weight, NDArray bias) {

    /** x W' + b. */
    NDArray linear(NDArray x) {
      return Linear.linear(x, weight, bias).singletonOrThrow();
    }

    /** The layer norm of the last axis with this gain and offset. */
    NDArray norm(NDArray x, float epsilon) {
      return LayerNorm.layerNorm(x, new Shape(weight.size()), weight, bias, epsilon)
          .singletonOrThrow();
    }
  }

  private final BlockShape shape;
  private final Parameters p;
  private final Affine query;
  private final Affine keyValue;

  TransformerBlock(BlockShape shape, Parameters parameters) {
    this.shape = shape;
    this.p = parameters;
    this.query = rows(p.queryKeyValue(), 0, shape.width());
    this.keyValue = rows(p.queryKeyValue(), shape.width(), 3L * shape.width());
  }

  /**
   * Changes the tokens {@code x} (n, t, h) in place.
   *
   * @return {@code x}
   */
  NDArray forward(NDArray x) {
    try (NDManager block = x.getManager().newSubManager()) {
      NDArray normed = in(block, p.norm1().norm(x, shape.epsilon()));
      NDArray joint = p.queryKeyValue().linear(normed);
      normed.close();
      List<NDArray> parts = heads(joint, 3);
      NDArray mixed = attend(parts.get(0), parts.get(1), parts.get(2));
      joint.close();
      residual(x, mixed);
    }
    return x;
  }

  /**
   * The first token of every picture after this block, (n, h): what {@link #forward} computes for
   * it, without the queries and the perceptron of all others. For the last block, of whose output
   * only the first token is used.
   */
  NDArray firstToken(NDArray x) {
    long width = shape.width();
    try (NDManager block = x.getManager().newSubManager()) {
      NDArray normed = in(block, p.norm1().norm(x, shape.epsilon()));
      NDArray first = normed.get(":, 0:1");
      NDArray q = heads(query.linear(first), 1).get(0);
      List<NDArray> parts = heads(keyValue.linear(normed), 2);
      NDArray mixed = attend(q, parts.get(0), parts.get(1));
      NDArray token = x.get(":, 0:1").duplicate();
      token.attach(block);
      residual(token, mixed);
      NDArray result = token.reshape(-1, width);
      result.attach(x.getManager());
      return result;
    }
  }

  private static Affine rows(Affine all, long from, long to) {
    String range = from + ":" + to;
    return new Affine(all.weight().get(range), all.bias() == null ? null : all.bias().get(range));
  }

  /** (n, t, parts h) seen as {@code parts} arrays (n, heads, t, h/heads). */
  private List<NDArray> heads(NDArray joint, int parts) {
    long n = joint.getShape().get(0);
    long t = joint.getShape().get(1);
    long size = shape.width() / shape.heads();
    return joint
        .reshape(n, t, parts, shape.heads(), size)
        .transpose(2, 0, 3, 1, 4)
        .split(parts)
        .stream()
        .map(part -> part.squeeze(0))
        .toList();
  }

  /** softmax(q k') v, heads side by side again, (n, tokens of q, h). */
  private NDArray attend(NDArray q, NDArray k, NDArray v) {
    NDArray scores = q.matMul(k.transpose(0, 1, 3, 2));
    NDArray weights = scores.softmax(-1);
    scores.close();
    NDArray mixed = weights.matMul(v);
    weights.close();
    return mixed.transpose(0, 2, 1, 3).reshape(q.getShape().get(0), q.getShape().get(2), -1);
  }

  private void residual(NDArray x, NDArray mixed) {
    NDArray attended = p.output().linear(mixed);
    x.addi(scaled(attended, p.scale1()));
    attended.close();
    NDManager block = mixed.getManager();
    NDArray normed = p.norm2().norm(x, shape.epsilon());
    normed.attach(block);
    NDArray wide = p.first().linear(normed);
    NDArray active = shape.activation().apply(wide);
    NDArray narrow = p.second().linear(active);
    active.close();
    x.addi(scaled(narrow, p.scale2()));
  }

  private static NDArray scaled(NDArray x, NDArray scale) {
    return scale == null ? x : x.muli(scale);
  }

  private static NDArray in(NDManager manager, NDArray array) {
    array.attach(manager);
    return array;
  }
}
