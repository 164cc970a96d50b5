package fennec.numeric;

/**
 * One tree of a {@link RegressionForest}, its nodes in arrays. A negative feature marks a leaf.
 *
 * @param feature feature a node asks for, or -1
 * @param threshold rows whose feature is not above it go left
 * @param left position of the left child; the right one follows it
 * @param value k numbers of a leaf, null elsewhere
 */
record RegressionTree(int[] feature, float[] threshold, int[] left, double[][] value) {

  /** The k numbers of the leaf that {@code row} falls into. */
  double[] predict(float[] row) {
    int at = 0;
    while (feature[at] >= 0) {
      at = row[feature[at]] <= threshold[at] ? left[at] : left[at] + 1;
    }
    return value[at];
  }
}
