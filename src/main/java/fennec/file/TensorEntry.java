package fennec.file;

import java.util.Arrays;

/**
 * Where one tensor lies in a safetensors file.
 *
 * @param name key in the header
 * @param type of the elements
 * @param shape lengths of the axes, outermost first; empty for a single number
 * @param begin first byte in the file
 * @param end byte after the last one in the file
 */
public record TensorEntry(String name, TensorType type, long[] shape, long begin, long end) {

  /** Copies the shape. */
  public TensorEntry {
    shape = shape.clone();
  }

  /** A copy of the lengths of the axes. */
  @Override
  public long[] shape() {
    return shape.clone();
  }

  /** Number of elements. */
  public long elements() {
    return (end - begin) / type.bytes();
  }

  /** Whether the axes are exactly {@code expected}. */
  public boolean hasShape(long... expected) {
    return Arrays.equals(shape, expected);
  }

  /** The shape as people write it, for example {@code [768, 3, 32, 32]}. */
  public String shapeText() {
    return Arrays.toString(shape);
  }
}
