package fennec.recommend;

import fennec.numeric.GaussianProcess;
import fennec.numeric.QuasiNewton;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Ties the standardised scores of several packs to one scale: u = o_p + s_p z. A standardised score
 * tells where a model stands among the models of its own pack, and packs differ in how good their
 * models are and in how far apart their protocol pulls them. What two packs have in common are
 * models alike in family, size and pre-training data; those should stand alike on the common scale.
 *
 * <p>The strengths u of all m models are a Gaussian process over facts, {@link
 * ModelKernel#acrossPacks}; z_i = (u_i - o_p) / s_p is the mean standardised score of model i. The
 * pack with the most models is the reference (o = 0, s = 1; of equal ones the first by name); for
 * the others o_p ~ N(0, 1) and log s_p ~ N(0, 1/4), so that packs without anything in common stay
 * as they are. The s_p maximise the evidence, in which the variance is concentrated out; the o_p
 * are posterior means. No level of raw scores is used: protocols differ in it, a new task does not.
 *
 * <p>Deterministic; does not depend on the order of models. Cost O(m^3), nothing for one pack.
 */
final class CommonScale {

  private static final double OFFSET_VARIANCE = 1;
  private static final double LOG_FACTOR_VARIANCE = 0.25;
  private static final int ITERATIONS = 60;

  private final int reference;
  private final double[] offsets;
  private final double[] factors;

  private CommonScale(int reference, double[] offsets, double[] factors) {
    this.reference = reference;
    this.offsets = offsets;
    this.factors = factors;
  }

  /**
   * Ties packs.
   *
   * @param names one a pack
   * @param models the models of each pack
   * @param means mean standardised score of each of them
   */
  static CommonScale of(
      List<String> names, List<List<PretrainedModel>> models, List<double[]> means) {
    int packs = names.size();
    int reference =
        IntStream.range(0, packs)
            .boxed()
            .max(
                java.util.Comparator.comparing((Integer p) -> models.get(p).size())
                    .thenComparing(names::get, java.util.Comparator.reverseOrder()))
            .orElse(0);
    double[] offsets = new double[packs];
    double[] factors = new double[packs];
    Arrays.fill(factors, 1);
    if (packs > 1) {
      Evidence evidence = new Evidence(reference, models, means);
      double[] logs = evidence.logFactors();
      for (int p = 0; p < packs; p++) {
        factors[p] = Math.exp(logs[p]);
        offsets[p] = evidence.offset(p, logs);
      }
    }
    return new CommonScale(reference, offsets, factors);
  }

  /** Position of the pack whose scale the common one is. */
  int reference() {
    return reference;
  }

  /** o_p, in standard deviations of the reference. */
  double offset(int pack) {
    return offsets[pack];
  }

  /** s_p, positive. */
  double factor(int pack) {
    return factors[pack];
  }

  /** What the mean scores say; the process is fitted once, whatever the factors are. */
  private static final class Evidence {

    private final int reference;
    private final int[] packOf;
    private final int[] sizes;
    private final GaussianProcess process;
    private final double[][] products;

    Evidence(int reference, List<List<PretrainedModel>> models, List<double[]> means) {
      this.reference = reference;
      int packs = models.size();
      List<PretrainedModel> all = new ArrayList<>();
      models.forEach(all::addAll);
      this.packOf = new int[all.size()];
      this.sizes = new int[packs];
      DMatrixRMaj targets = new DMatrixRMaj(all.size(), packs);
      int row = 0;
      for (int p = 0; p < packs; p++) {
        sizes[p] = models.get(p).size();
        for (double mean : means.get(p)) {
          packOf[row] = p;
          targets.set(row++, p, mean);
        }
      }
      DMatrixRMaj kernel = new DMatrixRMaj(ModelKernel.acrossPacks(all));
      for (int i = 0; i < packOf.length; i++) {
        for (int j = 0; j < packOf.length; j++) {
          if (packOf[i] == packOf[j] && packOf[i] != reference) {
            kernel.add(i, j, OFFSET_VARIANCE);
          }
        }
      }
      this.process = GaussianProcess.fit(kernel, targets, ModelKernel.OWN);
      this.products = new double[packs][];
      for (int p = 0; p < packs; p++) {
        double[] column = new double[packOf.length];
        for (int i = 0; i < column.length; i++) {
          column[i] = targets.get(i, p);
        }
        products[p] = process.mean(column);
      }
    }

    double[] logFactors() {
      int[] free = IntStream.range(0, sizes.length).filter(p -> p != reference).toArray();
      double[] found =
          QuasiNewton.minimise(
              theta -> improbability(spread(theta, free)), new double[free.length], ITERATIONS);
      return spread(found, free);
    }

    private double[] spread(double[] theta, int[] free) {
      double[] logs = new double[sizes.length];
      for (int f = 0; f < free.length; f++) {
        logs[free[f]] = theta[f];
      }
      return logs;
    }

    /** -log of evidence and prior, up to a constant. */
    private double improbability(double[] logs) {
      double square = 0;
      double sum = 0;
      for (int p = 0; p < logs.length; p++) {
        for (int q = 0; q < logs.length; q++) {
          square += Math.exp(logs[p] + logs[q]) * products[p][q];
        }
        sum += logs[p] * logs[p] / (2 * LOG_FACTOR_VARIANCE) - sizes[p] * logs[p];
      }
      return sum + packOf.length / 2.0 * Math.log(square);
    }

    /** Minus the posterior mean of what pack p's models have in common beyond their facts. */
    double offset(int pack, double[] logs) {
      if (pack == reference) {
        return 0;
      }
      double[] shared = new double[packOf.length];
      for (int i = 0; i < shared.length; i++) {
        shared[i] = packOf[i] == pack ? OFFSET_VARIANCE : 0;
      }
      double[] byPack = process.mean(shared);
      double common = 0;
      for (int p = 0; p < byPack.length; p++) {
        common += byPack[p] * Math.exp(logs[p]);
      }
      return -common;
    }
  }
}
