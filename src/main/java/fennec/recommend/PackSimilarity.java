package fennec.recommend;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The part of a {@link TaskSimilarityProcess} that one pack has: its kernel and its scores. */
final class PackSimilarity {

  private final PackScores scores;
  private final DescriptorSpace space;
  private final TaskKernel kernel;
  private final double[][][] distances;
  private final double[][] models;
  private final SourceAffinity affinity;
  private final double[][] affinities;
  // One conditioned process for each set of respects that a new task may be known in.
  private final ConcurrentMap<String, PackProcess> processes = new ConcurrentHashMap<>();

  private PackSimilarity(
      PackScores scores,
      DescriptorSpace space,
      TaskKernel kernel,
      double[][] models,
      SourceAffinity affinity) {
    this.scores = scores;
    this.space = space;
    this.kernel = kernel;
    this.distances = space.distances(scores.descriptors());
    this.models = models;
    this.affinity = affinity;
    int m = scores.rows().length;
    int t = scores.columns().length;
    this.affinities = new double[m][t];
    for (int j = 0; j < t; j++) {
      double[] column = affinity.to(scores.descriptors().get(j));
      for (int i = 0; i < m; i++) {
        affinities[i][j] = column[i];
      }
    }
  }

  static PackSimilarity fit(
      TransferHistory history,
      PackScores scores,
      SortedMap<String, TaskDescriptor> pictured,
      TaskKernel prior) {
    DescriptorSpace space = DescriptorSpace.of(history.taskImages().values(), scores.descriptors());
    TaskKernel kernel =
        scores.columns().length < 2
            ? prior
            : TaskKernelFit.within(
                new TaskKernelEvidence(space.distances(scores.descriptors()), scores.z()), prior);
    List<fennec.zoo.PretrainedModel> models = scores.models(history);
    return new PackSimilarity(
        scores, space, kernel, ModelKernel.of(models), new SourceAffinity(models, pictured, space));
  }

  TaskKernel kernel() {
    return kernel;
  }

  /** Writes scores and standard deviations of the pack's models; adds to the tasks' shares. */
  void predict(
      TaskDescriptor target, double[] into, double[] deviations, Map<Integer, Double> shares) {
    boolean[] known = known(target);
    double[] likeness = new double[scores.columns().length];
    for (int j = 0; j < likeness.length; j++) {
      likeness[j] = kernel.correlation(space.distances(target, scores.descriptors().get(j)), known);
    }
    double[] share = share(likeness, known);
    double mean = 0;
    double spread = 0;
    double explained = 0;
    for (int j = 0; j < share.length; j++) {
      mean += share[j] * scores.means()[j];
      spread += share[j] * scores.spreads()[j];
      shares.merge(scores.columns()[j], share[j] * scores.rows().length, Double::sum);
    }
    double[] raw = regression(likeness, known);
    for (int j = 0; j < raw.length; j++) {
      explained += raw[j] * likeness[j];
    }
    double[] z = standardised(target, likeness, known);
    double deviation = spread * Math.sqrt(Math.max(0, 1 - explained));
    for (int i = 0; i < z.length; i++) {
      into[scores.rows()[i]] = mean + spread * z[i];
      deviations[scores.rows()[i]] = deviation;
    }
  }

  private double[] standardised(TaskDescriptor target, double[] likeness, boolean[] known) {
    boolean nothing = true;
    for (boolean each : known) {
      nothing &= !each;
    }
    if (nothing) {
      return scores.rowMeans();
    }
    PackProcess process =
        processes.computeIfAbsent(
            Arrays.toString(known),
            key ->
                new PackProcess(
                    scores.z(), kernel.signal(distances, known), models, affinities, noise(known)));
    return process.mean(likeness, affinity.to(target));
  }

  private double noise(boolean[] known) {
    return kernel.weights(known)[DescriptorSpace.RESPECTS + 1];
  }

  /** Respects in which both the new task and one of the old ones are known. */
  private boolean[] known(TaskDescriptor target) {
    boolean[] known = new boolean[DescriptorSpace.RESPECTS];
    for (TaskDescriptor each : scores.descriptors()) {
      double[] apart = space.distances(target, each);
      for (int r = 0; r < known.length; r++) {
        known[r] |= Double.isFinite(apart[r]);
      }
    }
    return known;
  }

  /** C^-1 c: the weights of the tasks if models were independent and all observed. */
  private double[] regression(double[] likeness, boolean[] known) {
    int t = likeness.length;
    DMatrixRMaj c = new DMatrixRMaj(kernel.signal(distances, known));
    for (int j = 0; j < t; j++) {
      c.add(j, j, noise(known));
    }
    DMatrixRMaj weights = new DMatrixRMaj(t, 1);
    CommonOps_DDRM.solve(c, new DMatrixRMaj(t, 1, true, likeness), weights);
    return weights.getData();
  }

  /** The positive weights of {@link #regression}, scaled to sum 1; equal ones if there is none. */
  private double[] share(double[] likeness, boolean[] known) {
    double[] weights = regression(likeness, known);
    double sum = Arrays.stream(weights).filter(w -> w > 0).sum();
    return Arrays.stream(weights)
        .map(w -> sum > 0 ? Math.max(0, w) / sum : 1.0 / weights.length)
        .toArray();
  }
}
