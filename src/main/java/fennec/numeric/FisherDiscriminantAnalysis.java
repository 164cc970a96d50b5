package fennec.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Fisher discriminant analysis of n points in d dimensions with c classes, as a classifier: with
 * priors p_c = n_c / n, within-class scatter S_w = sum p_c Cov_c, total scatter S_t = Cov (both
 * with divisor n), S_b = S_t - S_w, and the generalised eigenvectors W of (S_b, S_w), scaled so
 * that W^T S_w W = I,
 *
 * <pre>
 * coef = U W W^T,   intercept_c = -0.5 (U coef^T)_cc + log p_c,
 * posterior(x) = softmax(coef x + intercept)
 * </pre>
 *
 * with the class means U (c x d). The same as scikit-learn's LinearDiscriminantAnalysis with the
 * eigen solver. Where S_w is singular, directions without within-class scatter are left out.
 * Immutable. Cost O(n d^2 + d^3).
 *
 * <p>Source: Fisher 1936; its use as a score of transferability in arXiv 2403.06382, section 3.
 */
public final class FisherDiscriminantAnalysis {

  private static final double SINGULAR = 1e-12;
  private static final int SCORE_DIMENSIONS = 32;

  private final DMatrixRMaj coefficients;
  private final double[] intercepts;
  private final DMatrixRMaj directions;

  private FisherDiscriminantAnalysis(
      DMatrixRMaj coefficients, double[] intercepts, DMatrixRMaj directions) {
    this.coefficients = coefficients;
    this.intercepts = intercepts;
    this.directions = directions;
  }

  /**
   * The FDA score, a fraction in [0, 1]: points are reduced to 32 principal components (fewer where
   * n or d is smaller) and the posterior of each point's own class is averaged.
   *
   * @param points features (n x d)
   * @param labels class of each point, 0 to c - 1, each class with a point
   */
  public static double score(DMatrixRMaj points, int[] labels) {
    int components = Math.min(SCORE_DIMENSIONS, Math.min(points.numRows, points.numCols));
    DMatrixRMaj reduced = PrincipalComponents.fit(points, components).transform(points);
    return fit(reduced, labels).meanOwnPosterior(reduced, labels);
  }

  /**
   * Fits the classifier.
   *
   * @throws IllegalArgumentException if there are not as many labels as points, fewer than two
   *     classes, or a class without a point
   */
  public static FisherDiscriminantAnalysis fit(DMatrixRMaj points, int[] labels) {
    int[] counts = counts(points, labels);
    int d = points.numCols;
    DMatrixRMaj means = new DMatrixRMaj(counts.length, d);
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < d; j++) {
        means.add(labels[i], j, points.unsafe_get(i, j) / counts[labels[i]]);
      }
    }
    DMatrixRMaj within = points.copy();
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < d; j++) {
        within.add(i, j, -means.unsafe_get(labels[i], j));
      }
    }
    DMatrixRMaj scatterWithin = scatter(within);
    DMatrixRMaj scatterBetween = scatter(Columns.minus(points, Columns.means(points)));
    CommonOps_DDRM.subtractEquals(scatterBetween, scatterWithin);
    DMatrixRMaj w = generalisedEigenvectors(scatterBetween, scatterWithin);

    DMatrixRMaj projected = new DMatrixRMaj(counts.length, w.numCols);
    CommonOps_DDRM.mult(means, w, projected);
    DMatrixRMaj coefficients = new DMatrixRMaj(counts.length, d);
    CommonOps_DDRM.multTransB(projected, w, coefficients);
    double[] intercepts = new double[counts.length];
    for (int c = 0; c < counts.length; c++) {
      double dot = 0;
      for (int j = 0; j < d; j++) {
        dot += means.unsafe_get(c, j) * coefficients.unsafe_get(c, j);
      }
      intercepts[c] = -0.5 * dot + Math.log((double) counts[c] / labels.length);
    }
    return new FisherDiscriminantAnalysis(coefficients, intercepts, w);
  }

  private static int[] counts(DMatrixRMaj points, int[] labels) {
    if (labels.length != points.numRows || labels.length == 0) {
      throw new IllegalArgumentException(labels.length + " labels for " + points.numRows);
    }
    int classes = 0;
    for (int label : labels) {
      if (label < 0) {
        throw new IllegalArgumentException("label " + label);
      }
      classes = Math.max(classes, label + 1);
    }
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    for (int c = 0; c < classes; c++) {
      if (counts[c] == 0) {
        throw new IllegalArgumentException("class " + c + " has no point");
      }
    }
    if (classes < 2) {
      throw new IllegalArgumentException("two classes are needed");
    }
    return counts;
  }

  /** X^T X / n of deviations X (n x d). */
  private static DMatrixRMaj scatter(DMatrixRMaj deviations) {
    DMatrixRMaj scatter = new DMatrixRMaj(deviations.numCols, deviations.numCols);
    CommonOps_DDRM.multInner(deviations, scatter);
    CommonOps_DDRM.scale(1.0 / deviations.numRows, scatter);
    return scatter;
  }

  /** Columns w with S_b w = lambda S_w w and W^T S_w W = I, by descending lambda. */
  private static DMatrixRMaj generalisedEigenvectors(DMatrixRMaj between, DMatrixRMaj within) {
    SymmetricEigen eigen = SymmetricEigen.of(within);
    double floor = SINGULAR * Math.max(eigen.values()[0], 0);
    int rank = 0;
    while (rank < eigen.values().length && eigen.values()[rank] > floor) {
      rank++;
    }
    if (rank == 0) {
      throw new IllegalArgumentException("no class has any scatter");
    }
    DMatrixRMaj whitening = new DMatrixRMaj(within.numRows, rank);
    for (int c = 0; c < rank; c++) {
      double scale = 1 / Math.sqrt(eigen.values()[c]);
      for (int i = 0; i < within.numRows; i++) {
        whitening.unsafe_set(i, c, eigen.vectors().unsafe_get(i, c) * scale);
      }
    }
    DMatrixRMaj half = new DMatrixRMaj(rank, within.numRows);
    CommonOps_DDRM.multTransA(whitening, between, half);
    DMatrixRMaj whitened = new DMatrixRMaj(rank, rank);
    CommonOps_DDRM.mult(half, whitening, whitened);
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < i; j++) {
        double even = (whitened.unsafe_get(i, j) + whitened.unsafe_get(j, i)) / 2;
        whitened.unsafe_set(i, j, even);
        whitened.unsafe_set(j, i, even);
      }
    }
    DMatrixRMaj w = new DMatrixRMaj(within.numRows, rank);
    CommonOps_DDRM.mult(whitening, SymmetricEigen.of(whitened).vectors(), w);
    return w;
  }

  /** Posterior (n x c) of each class for each of {@code points} (n x d); rows sum to 1. */
  public DMatrixRMaj posteriors(DMatrixRMaj points) {
    DMatrixRMaj out = new DMatrixRMaj(points.numRows, intercepts.length);
    CommonOps_DDRM.multTransB(points, coefficients, out);
    for (int i = 0; i < out.numRows; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < intercepts.length; c++) {
        out.add(i, c, intercepts[c]);
        largest = Math.max(largest, out.unsafe_get(i, c));
      }
      double sum = 0;
      for (int c = 0; c < intercepts.length; c++) {
        double e = Math.exp(out.unsafe_get(i, c) - largest);
        out.unsafe_set(i, c, e);
        sum += e;
      }
      for (int c = 0; c < intercepts.length; c++) {
        out.unsafe_set(i, c, out.unsafe_get(i, c) / sum);
      }
    }
    return out;
  }

  /** Mean over points of the posterior of their own class, in [0, 1]. */
  public double meanOwnPosterior(DMatrixRMaj points, int[] labels) {
    DMatrixRMaj posteriors = posteriors(points);
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += posteriors.unsafe_get(i, labels[i]);
    }
    return sum / labels.length;
  }

  /** coef (c x d), a copy. */
  public DMatrixRMaj coefficients() {
    return coefficients.copy();
  }

  /** Intercepts (c), a copy. */
  public double[] intercepts() {
    return intercepts.clone();
  }

  /** W (d x rank of S_w), discriminating directions first; a copy. */
  public DMatrixRMaj directions() {
    return directions.copy();
  }
}
