package fennec.recommend;

import fennec.zoo.PretrainedModel;
import java.util.List;

/**
 * How much alike models are expected to score, from facts. With a the squared difference of the
 * logarithms of parameters in standard deviations, and f, g, p 1 if family, architecture or
 * pre-training data differ:
 *
 * <ul>
 *   <li>within a pack K(i, j) = (1 - h) [i = j] + h exp(-(a + f + g + p) / 2), h = 0.6;
 *   <li>across packs K(i, j) = {@value #ACROSS} exp(-(a + f + p) / 2) + {@value #SIZE} x_i x_j,
 *       with x the standardised logarithm of parameters, and {@value #OWN} of its own for each
 *       model. Packs name the graphs of one network differently, so architecture does not count
 *       there.
 * </ul>
 */
final class ModelKernel {

  /** Across packs: the variance of a model that its facts do not tell. */
  static final double OWN = 0.1;

  private static final double KIN = 0.6;
  private static final double ACROSS = 0.9;
  private static final double SIZE = 0.3;
  private static final double SMALLEST_DEVIATION = 0.3;

  private ModelKernel() {}

  /** The m x m kernel of one pack. */
  static double[][] of(List<PretrainedModel> models) {
    double[] size = standardisedSizes(models);
    int m = size.length;
    double[][] kernel = new double[m][m];
    for (int i = 0; i < m; i++) {
      kernel[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double apart =
            apart(models.get(i), models.get(j), size[i] - size[j])
                + differ(models.get(i).architecture(), models.get(j).architecture());
        kernel[i][j] = KIN * Math.exp(-apart / 2);
        kernel[j][i] = kernel[i][j];
      }
    }
    return kernel;
  }

  /** The m x m kernel of models from several packs, without {@link #OWN} on its diagonal. */
  static double[][] acrossPacks(List<PretrainedModel> models) {
    double[] size = standardisedSizes(models);
    int m = size.length;
    double[][] kernel = new double[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j <= i; j++) {
        double apart = apart(models.get(i), models.get(j), size[i] - size[j]);
        kernel[i][j] = ACROSS * Math.exp(-apart / 2) + SIZE * size[i] * size[j];
        kernel[j][i] = kernel[i][j];
      }
    }
    return kernel;
  }

  private static double apart(PretrainedModel a, PretrainedModel b, double sizes) {
    return sizes * sizes
        + differ(a.family(), b.family())
        + differ(a.pretrainingData(), b.pretrainingData());
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
