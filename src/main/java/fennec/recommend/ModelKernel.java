package fennec.recommend;

import fennec.zoo.PretrainedModel;
import java.util.List;

/**
 * How much alike the score rows of two models are expected to be: K(i, j) = (1 - h) [i = j] + h
 * exp(-(a + f + g + p) / 2), where a is the squared difference of the logarithms of parameters in
 * standard deviations, and f, g, p are 1 if family, architecture or pre-training data differ.
 */
final class ModelKernel {

  private static final double KIN = 0.6;
  private static final double SMALLEST_DEVIATION = 0.3;

  private ModelKernel() {}

  /** The m x m kernel. */
  static double[][] of(List<PretrainedModel> models) {
    double[] size = standardisedSizes(models);
    int m = size.length;
    double[][] kernel = new double[m][m];
    for (int i = 0; i < m; i++) {
      kernel[i][i] = 1;
      for (int j = 0; j < i; j++) {
        PretrainedModel a = models.get(i);
        PretrainedModel b = models.get(j);
        double apart =
            (size[i] - size[j]) * (size[i] - size[j])
                + differ(a.family(), b.family())
                + differ(a.architecture(), b.architecture())
                + differ(a.pretrainingData(), b.pretrainingData());
        kernel[i][j] = KIN * Math.exp(-apart / 2);
        kernel[j][i] = kernel[i][j];
      }
    }
    return kernel;
  }

  private static int differ(String a, String b) {
    return a.equals(b) ? 0 : 1;
  }

  private static double[] standardisedSizes(List<PretrainedModel> models) {
    double[] known =
        models.stream()
            .filter(each -> each.parameters().isPresent())
            .mapToDouble(each -> Math.log((double) Math.max(1, each.parameters().getAsLong())))
            .toArray();
    double sum = 0;
    double squares = 0;
    for (double each : known) {
      sum += each / known.length;
    }
    for (double each : known) {
      squares += (each - sum) * (each - sum) / known.length;
    }
    double mean = sum;
    double deviation = Math.max(Math.sqrt(squares), SMALLEST_DEVIATION);
    return models.stream()
        .mapToDouble(
            each ->
                each.parameters().isPresent()
                    ? (Math.log((double) Math.max(1, each.parameters().getAsLong())) - mean)
                        / deviation
                    : 0)
        .toArray();
  }
}
