package fennec.numeric;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * A = V diag(values) V^T of a symmetric matrix, eigenvalues descending.
 *
 * @param values eigenvalues (n)
 * @param vectors eigenvectors as columns (n x n), in the order of the values
 */
record SymmetricEigen(double[] values, DMatrixRMaj vectors) {

  /** Decomposes {@code symmetric}, which is left as it is. */
  static SymmetricEigen of(DMatrixRMaj symmetric) {
    int n = symmetric.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(symmetric.copy())) {
      throw new ArithmeticException("the eigenvalues do not converge");
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal())
                    .thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    DMatrixRMaj vectors = new DMatrixRMaj(n, n);
    for (int c = 0; c < n; c++) {
      values[c] = eigen.getEigenvalue(order[c]).getReal();
      DMatrixRMaj vector = eigen.getEigenVector(order[c]);
      for (int i = 0; i < n; i++) {
        vectors.unsafe_set(i, c, vector.data[i]);
      }
    }
    return new SymmetricEigen(values, vectors);
  }
}
