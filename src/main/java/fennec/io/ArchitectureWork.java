package fennec.io;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one pass through an architecture's graph costs.
 *
 * @param inputSize side of the square input that the graph was made with, in pixels
 * @param multiplyAdds of one image; a multiply with the add that follows counts as one
 */
public record ArchitectureWork(int inputSize, long multiplyAdds) {

  /** The multiply-adds of a model of this input side; empty if the graph was made with another. */
  public OptionalLong at(OptionalInt side) {
    return side.isEmpty() || side.getAsInt() == inputSize
        ? OptionalLong.of(multiplyAdds)
        : OptionalLong.empty();
  }
}
