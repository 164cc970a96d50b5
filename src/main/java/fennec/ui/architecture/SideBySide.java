package fennec.ui.architecture;

import fennec.architecture.GraphComparison;
import fennec.architecture.SharedSubtrees;

/**
 * Two graphs compared. Immutable.
 *
 * @param left the first graph
 * @param right the second graph
 * @param comparison what is the same, changed, and only in one
 * @param first of the first graph
 * @param second of the second graph
 */
record SideBySide(
    OpenGraph left,
    OpenGraph right,
    GraphComparison comparison,
    ComparedSide first,
    ComparedSide second) {

  /** Compares the two, which takes longer than a frame of the window. */
  static SideBySide of(OpenGraph left, OpenGraph right) {
    GraphComparison comparison = GraphComparison.of(left.graph(), right.graph());
    SharedSubtrees shared = SharedSubtrees.of(left.graph(), right.graph());
    return new SideBySide(
        left,
        right,
        comparison,
        ComparedSide.first(comparison, shared),
        ComparedSide.second(comparison, shared));
  }
}
