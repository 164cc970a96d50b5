package fennec.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import fennec.error.FennecException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Moves weights onto the device, each with the shape the config asks for; what is missing, odd or
 * left over is named.
 */
final class TensorLoader {

  private final Weights weights;
  private final NDManager manager;
  private final DataType type;
  private final SortedSet<String> names;
  private final SortedSet<String> unused;

  /** Loads from {@code weights} to {@code manager}'s device as {@code type}. */
  TensorLoader(Weights weights, NDManager manager, DataType type) {
    this.weights = weights;
    this.manager = manager;
    this.type = type;
    this.names = weights.names();
    this.unused = new TreeSet<>(names);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** The numbers of {@code name}, which must have exactly {@code shape} and be finite. */
  float[] values(String name, long... shape) throws FennecException {
    if (!names.contains(name)) {
      throw new FennecException(
          String.format(
              "%s has no tensor \"%s\" %s, which the config asks for.",
              weights.source(), name, Arrays.toString(shape)));
    }
    if (!Arrays.equals(weights.shape(name), shape)) {
      throw new FennecException(
          String.format(
              "%s: tensor \"%s\" is %s, and the config asks for %s.",
              weights.source(),
              name,
              Arrays.toString(weights.shape(name)),
              Arrays.toString(shape)));
    }
    float[] values = weights.floats(name);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new FennecException(
            weights.source() + ": tensor \"" + name + "\" has " + value + " in it.");
      }
    }
    unused.remove(name);
    return values;
  }

  NDArray tensor(String name, long... shape) throws FennecException {
    return place(values(name, shape), shape);
  }

  /** Puts numbers that were worked on here onto the device. */
  NDArray place(float[] values, long... shape) {
    try (NDManager temporary = manager.newSubManager()) {
      NDArray full = temporary.create(values, new Shape(shape));
      NDArray placed = full.toType(type, false);
      placed.attach(manager);
      return placed;
    }
  }

  /** Refuses a checkpoint with tensors of this tower that nothing asked for. */
  void checkNothingIsLeft(Predicate<String> ours) throws FennecException {
    for (String name : unused) {
      if (ours.test(name)) {
        throw new FennecException(
            weights.source()
                + " has the tensor \""
                + name
                + "\", which the config has no place for.");
      }
    }
  }
}
