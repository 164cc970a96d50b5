package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import fennec.history.ScoreScale;
import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Transfer scores from a Gaussian process over models and tasks: tasks that look alike rank models
 * alike, and where images say little the prediction shrinks to the mean of the standardised scores
 * of the other tasks.
 *
 * <p>Within each pack the scores are standardised per task. Their covariance is the {@link
 * TaskKernel} on unlabelled descriptors of the tasks times a kernel on facts of the models, plus
 * the likeness of a task to the data that the model was pre-trained on. The task kernel starts from
 * a prior that other packs gave and is refitted by evidence on the pack's own columns; a pack whose
 * own tasks are ranked better without regard to likeness goes without, see {@link LikenessTrial}.
 *
 * <p>Packs are tied to one {@link CommonScale}, and predictions return to the scale of P by means
 * and spreads of the columns of its reference pack, weighted as the tasks are: as if all models had
 * been fine-tuned under the protocol of that pack.
 *
 * <p>A model that was never compared with another of its pack stands in the middle.
 *
 * <p>Without images and size of the new task it is exactly the mean of the standardised scores.
 * Immutable and thread-safe; no randomness but the seeded draws. Fitting costs O(t^3) a step of the
 * evidence and O(m^2 t) a step of the conditioning; a prediction O(m^2 + m t).
 */
public final class TaskSimilarityProcess implements TransferPredictor {

  private static final int DRAWS = 40;
  private static final long SEED = 20240310;

  /** Where no history says how far scores lie apart. */
  private static final double SPREAD_OF_NOTHING = 0.05;

  private final TransferHistory history;
  private final List<PackSimilarity> packs;
  private final CommonScale common;
  // Rows of packs that compare no two models on any task.
  private final int[] uncompared;

  private TaskSimilarityProcess(
      TransferHistory history, List<PackSimilarity> packs, List<String> fitted) {
    this.history = history;
    this.packs = packs;
    this.common =
        CommonScale.of(
            fitted,
            packs.stream().map(PackSimilarity::facts).toList(),
            packs.stream().map(each -> each.scores().rowMeans()).toList());
    this.uncompared =
        IntStream.range(0, history.models().size())
            .filter(i -> !fitted.contains(history.packs().get(i)))
            .toArray();
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
    List<String> fitted = new ArrayList<>();
    SortedMap<String, TaskDescriptor> pictured = pictured(history);
    for (String name : names) {
      progress.checkCancelled();
      progress.step(packs.size(), names.size(), "task similarity");
      PackScores scores = PackScores.of(history, name);
      if (scores.columns().length > 0) {
        packs.add(PackSimilarity.fit(history, scores, pictured, prior));
        fitted.add(name);
      }
    }
    return new TaskSimilarityProcess(history, packs, fitted);
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
    double[][] draws = new double[DRAWS][scores.length];
    Map<Integer, Double> shares = new TreeMap<>();
    List<PackSimilarity.Predicted> predicted = new ArrayList<>();
    for (int p = 0; p < packs.size(); p++) {
      predicted.add(packs.get(p).predict(target, DRAWS, SEED + p));
    }
    ScoreScale measured = measured(predicted);
    for (int p = 0; p < packs.size(); p++) {
      PackScores own = packs.get(p).scores();
      double[] share = predicted.get(p).shares();
      for (int j = 0; j < share.length; j++) {
        shares.merge(own.columns()[j], share[j] * own.rows().length, Double::sum);
      }
      ScoreScale level = level(p, measured);
      place(own.rows(), predicted.get(p).z(), level, scores);
      for (int s = 0; s < DRAWS; s++) {
        place(own.rows(), predicted.get(p).draws()[s], level, draws[s]);
      }
    }
    placeUncompared(measured, scores, draws);
    return new TransferPrediction(scores, draws, nearest(shares), new double[0]);
  }

  /** A model that was never compared with another stands in the middle, and may stand anywhere. */
  private void placeUncompared(ScoreScale measured, double[] scores, double[][] draws) {
    if (uncompared.length == 0) {
      return;
    }
    SplittableRandom random = new SplittableRandom(SEED - 1);
    place(uncompared, new double[uncompared.length], measured, scores);
    double[] z = new double[uncompared.length];
    for (double[] draw : draws) {
      Arrays.setAll(z, i -> random.nextGaussian());
      place(uncompared, z, measured, draw);
    }
  }

  /**
   * Where scores on the new task lie as the reference pack would measure them; about the mean of
   * all scores where no pack was fitted.
   */
  private ScoreScale measured(List<PackSimilarity.Predicted> predicted) {
    if (packs.isEmpty()) {
      return new ScoreScale(
          Arrays.stream(history.performance().toArray())
              .flatMapToDouble(Arrays::stream)
              .filter(score -> !Double.isNaN(score))
              .average()
              .orElse(0),
          SPREAD_OF_NOTHING);
    }
    PackScores measure = packs.get(common.reference()).scores();
    double[] share = predicted.get(common.reference()).shares();
    double mean = 0;
    double spread = 0;
    for (int j = 0; j < share.length; j++) {
      mean += share[j] * measure.means()[j];
      spread += share[j] * measure.spreads()[j];
    }
    return new ScoreScale(mean, spread);
  }

  /** From the pack's standardised scores to the scale of P, as the reference pack would measure. */
  private ScoreScale level(int pack, ScoreScale measured) {
    double spread = measured.spread();
    return new ScoreScale(
        measured.mean() + spread * common.offset(pack), spread * common.factor(pack));
  }

  private static void place(int[] rows, double[] z, ScoreScale level, double[] into) {
    for (int i = 0; i < rows.length; i++) {
      into[rows[i]] = level.restore(z[i]);
    }
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

  /** Names the packs whose own tasks spoke against likeness. */
  @Override
  public List<String> notes() {
    return packs.stream()
        .filter(PackSimilarity::popular)
        .map(each -> history.packs().get(each.scores().rows()[0]))
        .map(
            name ->
                "Models of the history "
                    + name
                    + " are ranked by their mean over past tasks: the past tasks of this history"
                    + " show that images would not tell them apart better.")
        .toList();
  }

  @Override
  public String toString() {
    return "TaskSimilarityProcess" + Arrays.asList(packs.size(), history.tasks().size());
  }
}
