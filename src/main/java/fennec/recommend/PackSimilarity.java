package fennec.recommend;

import fennec.numeric.GaussianProcess;
import fennec.zoo.PretrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ejml.data.DMatrixRMaj;

/**
 * The part of a {@link TaskSimilarityProcess} that one pack has: its kernel and its scores. Where
 * the pack's own tasks say that popularity ranks better than likeness, see {@link LikenessTrial},
 * the kernel has no regard to likeness.
 */
final class PackSimilarity {

  /** How many tasks' residuals draw a model's own to those of all models. */
  private static final double COMMON_TASKS = 8;

  /**
   * What a pack says of a new task.
   *
   * @param z standardised scores of the pack's m models
   * @param draws s x m: equally likely variants of them
   * @param shares weights of the pack's t tasks, at least 0, with sum 1
   */
  record Predicted(double[] z, double[][] draws, double[] shares) {}

  /** What does not change while the same respects of a new task are known. */
  private record Conditioned(PackProcess scores, GaussianProcess tasks, double noise) {}

  private final PackScores scores;
  private final DescriptorSpace space;
  private final TaskKernel kernel;
  private final boolean popular;
  private final double[][][] distances;
  private final List<PretrainedModel> facts;
  private final double[][] models;
  private final SourceAffinity affinity;
  private final double[][] affinities;
  private final KinDraws draws;
  private final ConcurrentMap<String, Conditioned> conditioned = new ConcurrentHashMap<>();

  private PackSimilarity(
      PackScores scores,
      DescriptorSpace space,
      double[][][] distances,
      TaskKernel kernel,
      boolean popular,
      List<PretrainedModel> facts,
      SourceAffinity affinity) {
    this.scores = scores;
    this.space = space;
    this.kernel = popular ? kernel.flattened() : kernel;
    this.popular = popular;
    this.distances = distances;
    this.facts = facts;
    this.models = ModelKernel.of(facts);
    this.draws =
        new KinDraws(
            models,
            LeaveOneColumnOut.straying(
                LeaveOneColumnOut.predictions(this.kernel, distances, scores.z()),
                scores.z(),
                COMMON_TASKS));
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
    double[][][] distances = space.distances(scores.descriptors());
    boolean comparable = scores.columns().length > 1;
    TaskKernel kernel =
        comparable
            ? TaskKernelFit.within(new TaskKernelEvidence(distances, scores.z()), prior)
            : prior;
    boolean popular = comparable && LikenessTrial.popularityIsAhead(prior, distances, scores);
    List<PretrainedModel> facts = scores.models(history);
    SourceAffinity affinity = new SourceAffinity(facts, pictured, space);
    return new PackSimilarity(scores, space, distances, kernel, popular, facts, affinity);
  }

  /** Whether the pack's models are ranked by popularity, without regard to likeness. */
  boolean popular() {
    return popular;
  }

  PackScores scores() {
    return scores;
  }

  /** The facts of the pack's models, in the order of its rows. */
  List<PretrainedModel> facts() {
    return facts;
  }

  /**
   * Standardised scores of the pack's models on a new task.
   *
   * @param count how many variants to draw
   * @param seed of the draws
   */
  Predicted predict(TaskDescriptor target, int count, long seed) {
    double[][] apart =
        scores.descriptors().stream()
            .map(each -> space.distances(target, each))
            .toArray(double[][]::new);
    boolean[] known = known(apart);
    double[] likeness = kernel.correlations(apart, distances, known);
    Conditioned on = conditioned.computeIfAbsent(Arrays.toString(known), key -> condition(known));
    double[] regression = on.tasks().shares(likeness);
    double explained = 0;
    boolean nothing = true;
    for (int j = 0; j < regression.length; j++) {
      explained += regression[j] * likeness[j];
    }
    for (boolean each : known) {
      nothing &= !each;
    }
    double[] z = nothing ? scores.rowMeans() : on.scores().mean(likeness, affinity.to(target));
    double shared = Math.max(0, 1 - on.noise() - explained);
    return new Predicted(z, draws.around(z, shared, on.noise(), count, seed), share(regression));
  }

  private Conditioned condition(boolean[] known) {
    double[][] signal = kernel.signal(distances, known);
    double noise = kernel.noise(known);
    return new Conditioned(
        new PackProcess(scores.z(), signal, models, affinities, noise),
        GaussianProcess.fit(new DMatrixRMaj(signal), new DMatrixRMaj(signal.length, 1), noise),
        noise);
  }

  /** Respects in which both the new task and one of the old ones are known. */
  private static boolean[] known(double[][] apart) {
    boolean[] known = new boolean[DescriptorSpace.RESPECTS];
    for (double[] each : apart) {
      for (int r = 0; r < known.length; r++) {
        known[r] |= Double.isFinite(each[r]);
      }
    }
    return known;
  }

  /** The positive weights, scaled to sum 1; equal ones if there is none. */
  private static double[] share(double[] weights) {
    double sum = Arrays.stream(weights).filter(w -> w > 0).sum();
    return Arrays.stream(weights)
        .map(w -> sum > 0 ? Math.max(0, w) / sum : 1.0 / weights.length)
        .toArray();
  }
}
