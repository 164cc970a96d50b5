package fennec.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;

class FisherDiscriminantAnalysisTest {

  private final JsonNode reference = Reference.read("fda");
  private final DMatrixRMaj points = Reference.matrix(reference.get("points"));
  private final int[] labels = Reference.labels(reference.get("labels"));

  @Test
  void equalsTheReferenceClassifier() {
    FisherDiscriminantAnalysis fda = FisherDiscriminantAnalysis.fit(points, labels);
    near(Reference.matrix(reference.get("coefficients")), fda.coefficients(), 1e-9);
    assertArrayEquals(Reference.vector(reference.get("intercepts")), fda.intercepts(), 1e-9);
    near(Reference.matrix(reference.get("posteriors")), fda.posteriors(points), 1e-9);
  }

  @Test
  void twoClassesAreNoSpecialCase() {
    int[] two = Reference.labels(reference.get("two_class_labels"));
    DMatrixRMaj posteriors = FisherDiscriminantAnalysis.fit(points, two).posteriors(points);
    near(Reference.matrix(reference.get("two_class_posteriors")), posteriors, 1e-9);
  }

  @Test
  void theScoreEqualsTheReferenceWithPrincipalComponents() {
    double score =
        FisherDiscriminantAnalysis.score(
            Reference.matrix(reference.get("score_points")),
            Reference.labels(reference.get("score_labels")));
    assertEquals(reference.get("score").asDouble(), score, 1e-9);
  }

  @Test
  void directionsSolveTheGeneralisedEigenproblem() {
    FisherDiscriminantAnalysis fda = FisherDiscriminantAnalysis.fit(points, labels);
    DMatrixRMaj w = fda.directions();
    DMatrixRMaj within = new DMatrixRMaj(7, 7);
    int n = labels.length;
    for (int c = 0; c < 4; c++) {
      double[] mean = new double[7];
      int count = 0;
      for (int i = 0; i < n; i++) {
        if (labels[i] == c) {
          count++;
          for (int j = 0; j < 7; j++) {
            mean[j] += points.get(i, j);
          }
        }
      }
      for (int i = 0; i < n; i++) {
        if (labels[i] == c) {
          for (int a = 0; a < 7; a++) {
            for (int b = 0; b < 7; b++) {
              within.add(
                  a,
                  b,
                  (points.get(i, a) - mean[a] / count) * (points.get(i, b) - mean[b] / count) / n);
            }
          }
        }
      }
    }
    DMatrixRMaj half = new DMatrixRMaj(7, 7);
    DMatrixRMaj identity = new DMatrixRMaj(7, 7);
    CommonOps_DDRM.multTransA(w, within, half);
    CommonOps_DDRM.mult(half, w, identity);
    assertTrue(MatrixFeatures_DDRM.isIdentity(identity, 1e-9));
  }

  @Test
  void directionsWithoutScatterWithinClassesAreLeftOut() {
    DMatrixRMaj flat = new DMatrixRMaj(points.numRows, 9);
    CommonOps_DDRM.insert(points, flat, 0, 0);
    for (int i = 0; i < flat.numRows; i++) {
      flat.set(i, 7, 3);
      flat.set(i, 8, points.get(i, 0));
    }
    DMatrixRMaj posteriors = FisherDiscriminantAnalysis.fit(flat, labels).posteriors(flat);
    near(Reference.matrix(reference.get("posteriors")), posteriors, 1e-7);
  }

  @Test
  void refusesLabelsThatDoNotFit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> FisherDiscriminantAnalysis.fit(points, new int[labels.length]));
    int[] gap = labels.clone();
    gap[0] = 9;
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> FisherDiscriminantAnalysis.fit(points, gap));
    assertEquals("class 4 has no point", e.getMessage());
  }

  @Test
  void principalComponentsEqualTheReferenceUpToSign() {
    PrincipalComponents found = PrincipalComponents.fit(points, 3);
    DMatrixRMaj expected = Reference.matrix(reference.get("pca_directions"));
    DMatrixRMaj coordinates = Reference.matrix(reference.get("pca_coordinates"));
    DMatrixRMaj own = found.transform(points);
    for (int r = 0; r < 3; r++) {
      double sign = Math.signum(expected.get(r, 0) * found.directions().get(r, 0));
      for (int j = 0; j < 7; j++) {
        assertEquals(sign * expected.get(r, j), found.directions().get(r, j), 1e-9);
      }
      for (int i = 0; i < points.numRows; i++) {
        assertEquals(sign * coordinates.get(i, r), own.get(i, r), 1e-9);
      }
    }
    assertArrayEquals(Reference.vector(reference.get("pca_variances")), found.variances(), 1e-9);
    assertArrayEquals(Reference.vector(reference.get("pca_shares")), found.varianceShares(), 1e-12);
  }

  @Test
  void moreDimensionsThanPointsGiveTheSameComponentsAsTheOtherWayRound() {
    DMatrixRMaj wide = new DMatrixRMaj(5, 7);
    CommonOps_DDRM.extract(points, 0, 5, 0, 7, wide);
    PrincipalComponents found = PrincipalComponents.fit(wide, 4);
    DMatrixRMaj coordinates = found.transform(wide);
    DMatrixRMaj rebuilt = new DMatrixRMaj(5, 7);
    CommonOps_DDRM.mult(coordinates, found.directions(), rebuilt);
    double[] mean = Columns.means(wide);
    near(Columns.minus(wide, mean), rebuilt, 1e-9);
    assertEquals(1, Arrays.stream(found.varianceShares()).sum(), 1e-12);
  }

  private static void near(DMatrixRMaj expected, DMatrixRMaj actual, double tolerance) {
    assertEquals(expected.numRows, actual.numRows);
    assertArrayEquals(expected.data, actual.data, tolerance);
  }
}
