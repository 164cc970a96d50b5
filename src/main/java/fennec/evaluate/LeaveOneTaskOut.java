package fennec.evaluate;

import fennec.embedding.ImageEmbeddings;
import fennec.error.FennecException;
import fennec.history.HistoricTask;
import fennec.progress.Progress;
import fennec.recommend.PretrainingTask;
import fennec.recommend.TargetTask;
import fennec.recommend.TransferHistory;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How good methods rank models for a task they never saw. For each task j with images: its column
 * and its images are taken away everywhere, the method learns from the rest, scores the models from
 * seeded draws of the images of j, and is compared with the hidden column. Models pre-trained on j
 * stay out of that comparison (unless the settings say otherwise). Figures are means over draws.
 *
 * <p>Nothing is tuned on a hidden column: a method sees the visible part of the history and other
 * packs, from which the hidden task is taken away as well. Tasks are hidden in parallel, each on
 * one thread from fit to comparison; the figures do not depend on the number of threads.
 *
 * <p>Source: PARC, NeurIPS 2021; arXiv 2403.06382, section 4. Cost: one fit a method and task, one
 * prediction a draw.
 */
public final class LeaveOneTaskOut {

  /** A task with fewer images than this is not hidden: too few to see what it is. */
  private static final int FEWEST_IMAGES = 5;

  /** Each thread holds all that was learned from a history, so more would cost memory. */
  private static final int MOST_THREADS = 4;

  private final EvaluationSettings settings;
  private final int threads;

  /** Creates an evaluation with {@code settings} on as many threads as there are cores, up to 4. */
  public LeaveOneTaskOut(EvaluationSettings settings) {
    this(settings, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  /** Creates an evaluation that hides {@code threads} tasks at a time. */
  LeaveOneTaskOut(EvaluationSettings settings, int threads) {
    this.settings = settings;
    this.threads = threads;
  }

  /** The tasks of a history that can be hidden: those with images and at least three scores. */
  public static List<HistoricTask> hideable(TransferHistory history) {
    List<HistoricTask> tasks = new ArrayList<>();
    for (int j = 0; j < history.tasks().size(); j++) {
      HistoricTask task = history.tasks().get(j);
      ImageEmbeddings images = history.taskImages().get(task.name());
      int column = j;
      long scores =
          IntStream.range(0, history.models().size())
              .filter(i -> history.performance().observed(i, column))
              .count();
      if (images != null && images.size() >= FEWEST_IMAGES && scores >= 3) {
        tasks.add(task);
      }
    }
    return tasks;
  }

  /**
   * Hides every task of {@code on} in turn and puts {@code methods} to the test.
   *
   * @throws FennecException if no task has images, or a method cannot learn from what is left
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public List<EvaluationRow> run(
      EvaluationCase on, List<? extends EvaluationMethod> methods, Progress progress)
      throws FennecException {
    return run(
        on,
        methods,
        List.of(new Comparison(on.pack(), settings.leaveOutPretrained(), Set.of())),
        progress);
  }

  /**
   * Which models a figure is about.
   *
   * @param pack the name that rows carry
   * @param leaveOutPretrained whether models pre-trained on the hidden task stay out
   * @param models the only models to compare; empty for all
   */
  public record Comparison(String pack, boolean leaveOutPretrained, Set<String> models) {

    /** Copies the set. */
    public Comparison {
      models = Set.copyOf(models);
    }

    private boolean holds(PretrainedModel model, String task) {
      return (models.isEmpty() || models.contains(model.name()))
          && !(leaveOutPretrained && PretrainingTask.is(model, task));
    }
  }

  /**
   * The same, compared in several ways: methods are fitted and asked once for all of them.
   *
   * @param comparisons take the place of the settings' own
   * @throws FennecException if no task has images, or a method cannot learn from what is left
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public List<EvaluationRow> run(
      EvaluationCase on,
      List<? extends EvaluationMethod> methods,
      List<Comparison> comparisons,
      Progress progress)
      throws FennecException {
    List<HistoricTask> tasks = hideable(on.history());
    if (tasks.size() < 2) {
      throw new FennecException(
          "The history "
              + on.pack()
              + " has images for "
              + tasks.size()
              + " of its tasks; leaving one out needs two or more.");
    }
    Steps steps = new Steps(progress, (long) tasks.size() * methods.size());
    Asked asked = new Asked(on, methods, comparisons);
    List<List<List<EvaluationRow>>> byTask =
        InOrder.of(tasks, threads, progress, (task, inner) -> hide(asked, task, steps, inner));
    steps.finish(on.pack());
    List<EvaluationRow> rows = new ArrayList<>();
    for (int c = 0; c < comparisons.size(); c++) {
      for (List<List<EvaluationRow>> ofTask : byTask) {
        rows.addAll(ofTask.get(c));
      }
    }
    return rows;
  }

  /** One task put to the test: a list of rows for each comparison. */
  private List<List<EvaluationRow>> hide(
      Asked asked, HistoricTask task, Steps steps, Progress progress) throws FennecException {
    EvaluationCase on = asked.on();
    List<List<EvaluationRow>> rows = new ArrayList<>();
    asked.comparisons().forEach(each -> rows.add(new ArrayList<>()));
    TransferHistory visible = on.history().withoutTask(task.name());
    TransferHistory tuning = HistorySubset.hiding(on.tuning(), Set.of(task.name()));
    List<TargetTask> targets = targets(on.history(), task);
    for (EvaluationMethod method : asked.methods()) {
      progress.checkCancelled();
      steps.next(on.pack() + ": " + task.title());
      EvaluationMethod.Scorer scorer = method.fit(visible, tuning, progress);
      List<double[]> predicted = new ArrayList<>();
      for (TargetTask target : targets) {
        predicted.add(scorer.scores(target));
      }
      for (int c = 0; c < rows.size(); c++) {
        Comparison comparison = asked.comparisons().get(c);
        List<EvaluationRow> into = rows.get(c);
        measure(comparable(on.history(), task.name(), comparison), predicted)
            .forEach(
                (measure, value) ->
                    into.add(
                        EvaluationRow.computed(
                            comparison.pack(), method.label(), task.name(), measure, value)));
      }
    }
    return rows;
  }

  private record Asked(
      EvaluationCase on, List<? extends EvaluationMethod> methods, List<Comparison> comparisons) {}

  /** Counts the steps of all threads, so that the watcher sees them rise one by one. */
  private static final class Steps {
    private final Progress progress;
    private final long total;
    private long done;

    Steps(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    synchronized void next(String what) {
      progress.step(done++, total, what);
    }

    void finish(String what) {
      progress.step(total, total, what);
    }
  }

  /** Mean quality over the draws of one hidden task. */
  private Map<RankingMeasure, Double> measure(double[] actual, List<double[]> predicted) {
    Map<RankingMeasure, Double> mean = new EnumMap<>(RankingMeasure.class);
    for (double[] scores : predicted) {
      RankingQuality.of(scores, actual)
          .forEach((measure, value) -> mean.merge(measure, value / settings.draws(), Double::sum));
    }
    return mean;
  }

  /** The hidden task as all methods see it, once a draw. */
  private List<TargetTask> targets(TransferHistory history, HistoricTask task) {
    return IntStream.range(0, settings.draws())
        .mapToObj(draw -> target(history, task, draw))
        .toList();
  }

  private TargetTask target(TransferHistory history, HistoricTask task, int draw) {
    ImageEmbeddings images =
        ImageDraw.of(history.taskImages().get(task.name()), task.name(), settings, draw);
    return new TargetTask(
        task.name(),
        images,
        settings.sizeKnown() ? task.classes() : OptionalInt.empty(),
        settings.sizeKnown() ? task.trainImages() : OptionalLong.empty());
  }

  /** The hidden column, NaN for models that are not compared. */
  private static double[] comparable(TransferHistory history, String task, Comparison comparison) {
    double[] actual = history.performance().column(history.performance().taskIndex(task));
    for (int i = 0; i < actual.length; i++) {
      if (!comparison.holds(history.models().get(i), task)) {
        actual[i] = Double.NaN;
      }
    }
    return actual;
  }
}
