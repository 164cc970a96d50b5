package fennec.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sizes of a tensor along its axes; -1 stands for a size that is not known.
 *
 * @param dimensions sizes, outermost first; empty for a scalar
 */
public record TensorShape(List<Long> dimensions) {

  /** Copies the sizes. */
  public TensorShape {
    dimensions = List.copyOf(dimensions);
  }

  /** A shape of these sizes. */
  public static TensorShape of(long... dimensions) {
    return new TensorShape(Arrays.stream(dimensions).boxed().toList());
  }

  /** Whether every size is known. */
  public boolean known() {
    return dimensions.stream().allMatch(d -> d >= 0);
  }

  /** Number of elements; -1 if a size is not known or the product does not fit a long. */
  public long elements() {
    long product = 1;
    for (long d : dimensions) {
      if (d < 0 || (d > 0 && product > Long.MAX_VALUE / d)) {
        return -1;
      }
      product *= d;
    }
    return product;
  }

  @Override
  public String toString() {
    return dimensions.stream()
        .map(d -> d < 0 ? "?" : Long.toString(d))
        .collect(Collectors.joining("×"));
  }
}
