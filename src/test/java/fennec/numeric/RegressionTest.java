package fennec.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RegressionTest {

  private final JsonNode reference = Reference.read("regression");
  private final DMatrixRMaj x = Reference.matrix(reference.get("features"));
  private final double[] y = Reference.vector(reference.get("targets"));

  @Test
  void coefficientsEqualTheReferenceWithAndWithoutRidge() {
    for (JsonNode fit : reference.get("fits")) {
      LinearRegression found = LinearRegression.fit(x, y, fit.get("ridge").asDouble());
      assertArrayEquals(
          Reference.vector(fit.get("coefficients")), found.coefficients(), 1e-9, fit.toString());
      assertEquals(fit.get("intercept").asDouble(), found.intercept(), 1e-9);
      assertEquals(
          fit.get("prediction_of_first").asDouble(), found.predict(Arrays.copyOf(x.data, 5)), 1e-9);
    }
    LinearRegression plain = LinearRegression.fit(x, y, 0);
    assertEquals(reference.get("residual_spread").asDouble(), plain.residualSpread(), 1e-9);
    assertEquals(5, plain.effectiveRank());
  }

  @Test
  void allOneHotColumnsOfAClassAreAllowed() {
    double[][] rows = new double[12][];
    double[] target = new double[12];
    double[] ofClass = {0.2, 0.5, 0.9};
    for (int i = 0; i < 12; i++) {
      rows[i] = new double[] {i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0, i, 7};
      target[i] = ofClass[i % 3] + 0.01 * i;
    }
    LinearRegression found = LinearRegression.fit(new DMatrixRMaj(rows), target, 0);
    assertEquals(3, found.effectiveRank());
    assertEquals(0, found.coefficients()[4]);
    for (int i = 0; i < 12; i++) {
      assertEquals(target[i], found.predict(rows[i]), 1e-9);
    }
    double sum = found.meanOfTarget();
    for (int j = 0; j < 5; j++) {
      sum += found.contribution(j, rows[4][j]);
    }
    assertEquals(target[4], sum, 1e-9);
    assertEquals(0, found.residualSpread(), 1e-9);
  }

  @Test
  void fewerPointsThanColumnsAndNoColumnAtAllAreFine() {
    LinearRegression one =
        LinearRegression.fit(new DMatrixRMaj(new double[][] {{1, 2}}), new double[] {3}, 0);
    assertEquals(3, one.predict(new double[] {9, 9}));
    assertTrue(Double.isNaN(one.residualSpread()));
    LinearRegression none = LinearRegression.fit(new DMatrixRMaj(2, 0), new double[] {1, 2}, 0);
    assertEquals(1.5, none.predict(new double[0]));
  }

  @Test
  void refusesNumbersThatAreNotFinite() {
    DMatrixRMaj bad = new DMatrixRMaj(new double[][] {{1}, {Double.NaN}});
    assertThrows(IllegalArgumentException.class, () -> LinearRegression.fit(bad, new double[2], 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> LinearRegression.fit(new DMatrixRMaj(1, 1), new double[] {Double.NaN}, 0));
  }

  @Test
  void gaussianProcessEqualsTheReference() {
    JsonNode gp = reference.get("gp");
    double scale = gp.get("length_scale").asDouble();
    DMatrixRMaj points = Reference.matrix(gp.get("points"));
    DMatrixRMaj fresh = Reference.matrix(gp.get("new_points"));
    DMatrixRMaj targets = Reference.matrix(gp.get("targets"));
    GaussianProcess found =
        GaussianProcess.fit(kernel(points, points, scale), targets, gp.get("noise").asDouble());
    DMatrixRMaj mean = Reference.matrix(gp.get("mean"));
    DMatrixRMaj cross = kernel(fresh, points, scale);
    for (int i = 0; i < fresh.numRows; i++) {
      double[] k = Arrays.copyOfRange(cross.data, i * 12, (i + 1) * 12);
      assertArrayEquals(new double[] {mean.get(i, 0), mean.get(i, 1)}, found.mean(k), 1e-9);
      assertEquals(gp.get("variance").get(i).asDouble(), found.variance(k, 1), 1e-9);
      double[] shares = found.shares(k);
      double weighted = 0;
      for (int j = 0; j < 12; j++) {
        weighted += shares[j] * targets.get(j, 0);
      }
      assertEquals(mean.get(i, 0), weighted, 1e-9);
    }
    assertEquals(gp.get("log_likelihood").asDouble(), found.logLikelihood(), 1e-8);
    assertArrayEquals(
        Reference.matrix(gp.get("leave_one_out")).data, found.leaveOneOut().data, 1e-9);
  }

  @Test
  void aSingularKernelIsHeldUpAndAnIndefiniteOneRefused() {
    DMatrixRMaj same = new DMatrixRMaj(new double[][] {{1, 1}, {1, 1}});
    DMatrixRMaj targets = new DMatrixRMaj(new double[][] {{0.4}, {0.6}});
    double mean = GaussianProcess.fit(same, targets, 0).mean(new double[] {1, 1})[0];
    assertEquals(0.5, mean, 1e-3);
    DMatrixRMaj indefinite = new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}});
    assertThrows(IllegalArgumentException.class, () -> GaussianProcess.fit(indefinite, targets, 0));
  }

  @Test
  void nonNegativeLeastSquaresMeetsTheConditionsOfItsMinimum() {
    DMatrixRMaj a =
        new DMatrixRMaj(new double[][] {{1, 2, 0}, {2, 1, 1}, {0, 1, 3}, {1, 1, 1}, {9, 9, 9}});
    double[] b = {1, -2, 4, 0.5, Double.NaN};
    double ridge = 0.1;
    double[] w = NonNegativeLeastSquares.solve(a, b, ridge);
    for (int r = 0; r < 3; r++) {
      double slope = ridge * w[r];
      for (int i = 0; i < 4; i++) {
        double fitted = 0;
        for (int s = 0; s < 3; s++) {
          fitted += a.get(i, s) * w[s];
        }
        slope += (fitted - b[i]) * a.get(i, r);
      }
      assertTrue(w[r] >= 0);
      assertTrue(w[r] > 0 ? Math.abs(slope) < 1e-10 : slope > -1e-10, "column " + r);
    }
    assertTrue(Arrays.stream(w).anyMatch(v -> v == 0) && Arrays.stream(w).anyMatch(v -> v > 0));
  }

  private static DMatrixRMaj kernel(DMatrixRMaj a, DMatrixRMaj b, double scale) {
    DMatrixRMaj kernel = new DMatrixRMaj(a.numRows, b.numRows);
    for (int i = 0; i < a.numRows; i++) {
      for (int j = 0; j < b.numRows; j++) {
        double squared = 0;
        for (int c = 0; c < a.numCols; c++) {
          squared += Math.pow(a.get(i, c) - b.get(j, c), 2);
        }
        kernel.set(i, j, Math.exp(-squared / (2 * scale * scale)));
      }
    }
    return kernel;
  }
}
