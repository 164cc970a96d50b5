package fennec.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import fennec.error.FennecException;

/**
 * The sizes of one transformer block.
 *
 * @param width h, numbers per token
 * @param heads of the attention; divides h
 * @param inner numbers per token inside the perceptron
 * @param epsilon of the layer norms
 * @param activation of the perceptron
 */
record BlockShape(int width, int heads, int inner, float epsilon, Nonlinearity activation) {

  /** What stands between the two layers of the perceptron. */
  enum Nonlinearity {
    /** x sigmoid(1.702 x), the activation of OpenAI's checkpoints. */
    QUICK_GELU,
    /** x Phi(x) with the exact normal distribution function. */
    GELU,
    /** silu(gate) * value on the halves of a first layer twice as wide. */
    SWIGLU;

    static Nonlinearity named(String name, String file) throws FennecException {
      return switch (name) {
        case "quick_gelu" -> QUICK_GELU;
        case "gelu" -> GELU;
        default ->
            throw new FennecException(
                file + " asks for the activation \"" + name + "\"; known are quick_gelu and gelu.");
      };
    }

    /** Width of the first layer's output per unit of the inner width. */
    int factor() {
      return this == SWIGLU ? 2 : 1;
    }

    /** Applies it; closes {@code x} where the result is another array. */
    NDArray apply(NDArray x) {
      switch (this) {
        case QUICK_GELU -> {
          try (NDArray scaled = x.mul(1.702f);
              NDArray gate = Activation.sigmoid(scaled)) {
            return x.muli(gate);
          }
        }
        case GELU -> {
          try (x) {
            return Activation.gelu(x);
          }
        }
        default -> {
          NDList halves = x.split(2, x.getShape().dimension() - 1);
          try (x;
              halves;
              NDArray open = Activation.sigmoid(halves.get(0))) {
            return open.mul(halves.get(0)).muli(halves.get(1));
          }
        }
      }
    }
  }

  /** Checks that the heads divide the width. */
  static BlockShape checked(BlockShape shape, String file) throws FennecException {
    if (shape.width % shape.heads != 0) {
      throw new FennecException(
          file
              + " has "
              + shape.heads
              + " heads, which do not divide a width of "
              + shape.width
              + ".");
    }
    return shape;
  }
}
