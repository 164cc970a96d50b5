package fennec.architecture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Weisfeiler-Lehman words as a text: x_w = log(1 + count) * idf_w with idf_w = log((1 + m) / (1 +
 * df_w)) + 1, x divided by its length, then projected on the e leading right singular vectors of
 * the m x v matrix (latent semantic analysis: Deerwester et al., JASIS 1990).
 *
 * <p>Words that stand in one graph only are left out: they can make no two graphs alike. The
 * logarithm keeps depth from drowning everything else. Each singular vector's sign is chosen so
 * that its largest entry is positive. Cost: O(m^2 v + m^3). No randomness.
 */
final class SubtreeTfIdf implements FittedEncoding {

  private static final int IN_GRAPHS = 2;

  private final int iterations;
  private final SubtreeVocabulary vocabulary;

  SubtreeTfIdf(int iterations, SubtreeVocabulary vocabulary) {
    this.iterations = iterations;
    this.vocabulary = vocabulary;
  }

  /** Fits to {@code documents}, the words of m graphs. */
  static SubtreeTfIdf fit(List<long[]> documents, int iterations, int dimensions) {
    Map<Long, Integer> graphsWith = new HashMap<>();
    for (long[] document : documents) {
      Arrays.stream(document).distinct().forEach(w -> graphsWith.merge(w, 1, Integer::sum));
    }
    long[] words = SubtreeVocabulary.frequent(graphsWith, Math.min(IN_GRAPHS, documents.size()));
    float[] idf = new float[words.length];
    for (int w = 0; w < words.length; w++) {
      double rarity = (1.0 + documents.size()) / (1.0 + graphsWith.get(words[w]));
      idf[w] = (float) (Math.log(rarity) + 1);
    }
    SubtreeVocabulary plain = new SubtreeVocabulary(words, idf, new float[0]);
    DMatrixRMaj rows = new DMatrixRMaj(documents.size(), words.length);
    for (int i = 0; i < documents.size(); i++) {
      double[] row = weighed(documents.get(i), plain);
      System.arraycopy(row, 0, rows.data, i * words.length, words.length);
    }
    float[] projection = projection(rows, dimensions);
    return new SubtreeTfIdf(iterations, new SubtreeVocabulary(words, idf, projection));
  }

  /** v x e: the leading right singular vectors of {@code rows}, by way of its m x m products. */
  private static float[] projection(DMatrixRMaj rows, int dimensions) {
    int m = rows.numRows;
    int v = rows.numCols;
    float[] projection = new float[v * dimensions];
    if (m == 0 || v == 0) {
      return projection;
    }
    DMatrixRMaj products = new DMatrixRMaj(m, m);
    CommonOps_DDRM.multTransB(rows, rows, products);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(m, true, true);
    if (!eigen.decompose(products)) {
      throw new ArithmeticException("the eigenvalues of the word matrix did not converge");
    }
    Integer[] order = new Integer[m];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(value(eigen, b), value(eigen, a)));
    double smallest = 1e-9 * Math.max(value(eigen, order[0]), 1e-30);
    DMatrixRMaj right = new DMatrixRMaj(v, 1);
    for (int k = 0; k < Math.min(dimensions, m) && value(eigen, order[k]) > smallest; k++) {
      CommonOps_DDRM.multTransA(rows, eigen.getEigenVector(order[k]), right);
      double largest = 0;
      double square = 0;
      for (double each : right.data) {
        square += each * each;
        largest = Math.abs(each) > Math.abs(largest) * (1 + 1e-9) ? each : largest;
      }
      double scale = Math.signum(largest) / Math.sqrt(square);
      for (int w = 0; w < v; w++) {
        projection[w * dimensions + k] = (float) (right.data[w] * scale);
      }
    }
    return projection;
  }

  private static double value(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
    return eigen.getEigenvalue(index).getReal();
  }

  private static double[] weighed(long[] document, SubtreeVocabulary vocabulary) {
    double[] row = new double[vocabulary.size()];
    double square = 0;
    for (var entry : SubtreeVocabulary.counts(document).entrySet()) {
      int w = vocabulary.indexOf(entry.getKey());
      if (w >= 0) {
        row[w] = Math.log1p(entry.getValue()) * vocabulary.weights()[w];
        square += row[w] * row[w];
      }
    }
    double length = square > 0 ? Math.sqrt(square) : 1;
    for (int w = 0; w < row.length; w++) {
      row[w] /= length;
    }
    return row;
  }

  float[] embed(long[] document) {
    double[] row = weighed(document, vocabulary);
    int e = vocabulary.dimensions();
    double[] sum = new double[e];
    for (int w = 0; w < row.length; w++) {
      if (row[w] != 0) {
        for (int k = 0; k < e; k++) {
          sum[k] += row[w] * vocabulary.vectors()[w * e + k];
        }
      }
    }
    float[] vector = new float[e];
    for (int k = 0; k < e; k++) {
      vector[k] = (float) sum[k];
    }
    return vector;
  }

  @Override
  public float[] embed(ArchitectureGraph graph) {
    return embed(WeisfeilerLehman.document(graph, iterations));
  }

  @Override
  public Optional<SubtreeVocabulary> vocabulary() {
    return Optional.of(vocabulary);
  }
}
