package fennec.architecture;

import java.util.Locale;

/** Ways to turn a dataflow graph into numbers. */
public enum ArchitectureEncoding {
  /**
   * Weisfeiler-Lehman words, weighed by log frequency and inverse document frequency, reduced by a
   * truncated singular value decomposition. The default: equal graphs get equal vectors, a new
   * graph lands exactly where a fit would have put it, and no seed plays a part. On the atlas the
   * published encoding finds the family a little more often, but gives two copies of one network
   * different vectors.
   */
  SUBTREE_TFIDF,
  /** The published encoding: Weisfeiler-Lehman words, PV-DBOW with negative sampling. */
  GRAPH2VEC,
  /** How often each operation stands in the file; for comparison. */
  OPERATION_HISTOGRAM,
  /** Logarithms of the number of parameters and of the longest path, standardised; likewise. */
  PARAMETERS_AND_DEPTH;

  /** The name for terminals and files, for example {@code subtree-tfidf}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
