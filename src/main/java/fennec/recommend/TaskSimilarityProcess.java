package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Transfer scores from a Gaussian process over models and tasks: tasks that look alike rank models
 * alike, and where images say little the prediction shrinks to the mean of the standardised scores
 * of the other tasks.
 *
 * <p>Within each pack the scores are standardised per task. Their covariance is the {@link
 * TaskKernel} on unlabelled descriptors of the tasks times a kernel on facts of the models, plus
 * the likeness of a task to the data that the model was pre-trained on. The task kernel starts from
 * a prior that other packs gave and is refitted by evidence on the pack's own columns. Predictions
 * return to the scale of P by means and spreads of the pack's columns, weighted as the tasks are.
 *
 * <p>Without images and size of the new task it is exactly the mean of the standardised scores.
 * Immutable and thread-safe; no randomness but the seeded draws. Fitting costs O(t^3) a step of the
 * evidence and O(m^2 t) a step of the conditioning; a prediction O(m^2 + m t).
 */
public final class TaskSimilarityProcess implements TransferPredictor {

  private static final int DRAWS = 40;
  private static final long SEED = 20240310;

  private final TransferHistory history;
  private final List<PackSimilarity> packs;

  private TaskSimilarityProcess(TransferHistory history, List<PackSimilarity> packs) {
    this.history = history;
    this.packs = packs;
  }

  /** Fits to every pack of {@code history} with the kernel that comes with the program as prior. */
  public static TaskSimilarityProcess fit(TransferHistory history, Progress progress) {
    return fit(history, TaskKernel.DEFAULT, progress);
  }

  /**
   * Fits to every pack of {@code history}.
   *
   * @param prior what other packs say about the likeness of tasks, see {@link #prior}
   */
  public static TaskSimilarityProcess fit(
      TransferHistory history, TaskKernel prior, Progress progress) {
    List<String> names = history.packs().stream().distinct().toList();
    List<PackSimilarity> packs = new ArrayList<>();
    SortedMap<String, TaskDescriptor> pictured = pictured(history);
    for (String name : names) {
      progress.checkCancelled();
      progress.step(packs.size(), names.size(), "task similarity");
      PackScores scores = PackScores.of(history, name);
      if (scores.columns().length > 0) {
        packs.add(PackSimilarity.fit(history, scores, pictured, prior));
      }
    }
    return new TaskSimilarityProcess(history, packs);
  }

  /**
   * The kernel that fits all packs of {@code others} best: a prior for a history that was not among
   * them; a vague one if they have no two tasks to compare.
   */
  public static TaskKernel prior(TransferHistory others) {
    List<TaskKernelEvidence> evidence = new ArrayList<>();
    for (String name : others.packs().stream().distinct().toList()) {
      PackScores scores = PackScores.of(others, name);
      if (scores.columns().length > 1) {
        DescriptorSpace space =
            DescriptorSpace.of(others.taskImages().values(), scores.descriptors());
        evidence.add(new TaskKernelEvidence(space.distances(scores.descriptors()), scores.z()));
      }
    }
    return evidence.isEmpty() ? TaskKernel.VAGUE : TaskKernelFit.across(evidence);
  }

  private static SortedMap<String, TaskDescriptor> pictured(TransferHistory history) {
    SortedMap<String, TaskDescriptor> descriptors = new TreeMap<>();
    for (Map.Entry<String, ImageEmbeddings> each : history.taskImages().entrySet()) {
      descriptors.put(
          each.getKey(),
          TaskDescriptor.of(
              each.getValue(), java.util.OptionalInt.empty(), java.util.OptionalLong.empty()));
    }
    return descriptors;
  }

  @Override
  public TransferPrediction predict(TargetTask task) {
    TaskDescriptor target = TaskDescriptor.of(task.embeddings(), task.classes(), task.images());
    double[] scores = new double[history.models().size()];
    double[] deviations = new double[scores.length];
    Map<Integer, Double> shares = new TreeMap<>();
    for (PackSimilarity pack : packs) {
      pack.predict(target, scores, deviations, shares);
    }
    return new TransferPrediction(
        scores, draws(scores, deviations), nearest(shares), new double[0]);
  }

  private static double[][] draws(double[] scores, double[] deviations) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] draws = new double[DRAWS][scores.length];
    for (double[] draw : draws) {
      for (int i = 0; i < draw.length; i++) {
        draw[i] = scores[i] + deviations[i] * random.nextGaussian();
      }
    }
    return draws;
  }

  private List<TaskShare> nearest(Map<Integer, Double> shares) {
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    List<TaskShare> nearest = new ArrayList<>();
    shares.forEach(
        (column, share) ->
            nearest.add(
                new TaskShare(
                    history.tasks().get(column).name(),
                    history.tasks().get(column).title(),
                    sum > 0 ? share / sum : 0)));
    nearest.sort(
        java.util.Comparator.comparingDouble((TaskShare each) -> -each.share())
            .thenComparing(TaskShare::task));
    return nearest;
  }

  /** The fitted kernel of each pack, in the order of first appearance. */
  public List<TaskKernel> kernels() {
    return packs.stream().map(PackSimilarity::kernel).toList();
  }

  @Override
  public String toString() {
    return "TaskSimilarityProcess" + Arrays.asList(packs.size(), history.tasks().size());
  }
}
