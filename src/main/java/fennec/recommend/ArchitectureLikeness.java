package fennec.recommend;

import java.util.OptionalDouble;

/** How alike two architectures are, by their names. */
@FunctionalInterface
public interface ArchitectureLikeness {

  /** Knows nothing of any architecture. */
  ArchitectureLikeness UNKNOWN = (one, other) -> OptionalDouble.empty();

  /** Cosine of the two architectures' vectors, in [-1, 1]; empty if one of them has no vector. */
  OptionalDouble between(String one, String other);
}
