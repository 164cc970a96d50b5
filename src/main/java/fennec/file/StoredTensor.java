package fennec.file;

import java.util.List;

/**
 * A tensor that a pickle describes; its numbers lie elsewhere in the archive.
 *
 * @param storage key of the storage that holds the numbers
 * @param type class of the storage, for example {@code FloatStorage}
 * @param shape sizes
 * @param strides steps along the axes, in elements
 * @param offset first element within the storage
 */
public record StoredTensor(
    String storage, String type, List<Long> shape, List<Long> strides, long offset) {

  /** Copies the lists. */
  public StoredTensor {
    shape = List.copyOf(shape);
    strides = List.copyOf(strides);
  }
}
