package fennec.bench;

import fennec.progress.Progress;
import fennec.recommend.PlantedHistory;
import fennec.recommend.Recommendation;
import fennec.recommend.Recommender;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TargetTask;
import fennec.recommend.TransferHistory;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Times, in milliseconds: fitting, from embedded images to scores, and from a new alpha to a
 * ranking, for 236 and 10,000 made-up models, 20 tasks and 100 images. Median and 95th percentile
 * of 50 calls after 30 to warm up.
 */
public final class RankingBench {

  private static final int WARM_UP = 30;
  private static final int CALLS = 50;

  private RankingBench() {}

  /** Runs all cases; no arguments. */
  public static void main(String[] args) {
    RecommenderSettings paper = RecommenderSettings.PUBLISHED;
    measure("paper, 236 models", 236, paper);
    measure("paper, 10,000 models", 10_000, paper);
    measure("similarity, 236 models", 236, RecommenderSettings.DEFAULT);
  }

  private static void measure(String title, int models, RecommenderSettings settings) {
    TransferHistory history = PlantedHistory.of(models, 20, 100, 1);
    long start = System.nanoTime();
    Recommender recommender = Recommender.fit(history, Map.of(), settings, Progress.NONE);
    double fit = (System.nanoTime() - start) / 1e6;
    TargetTask task =
        TargetTask.of("new", history.taskImages().get(history.taskImages().firstKey()), 100);
    Recommendation recommendation = recommender.recommend(task);
    System.out.printf("%s: fit %.0f ms%n", title, fit);
    time("  images to scores", () -> recommender.recommend(task));
    int[] step = {0};
    time("  alpha to ranking", () -> recommendation.ranking((step[0]++ % 101) / 100.0));
  }

  private static void time(String title, Supplier<Object> call) {
    double[] times = new double[CALLS];
    int kept = 0;
    for (int i = 0; i < WARM_UP + CALLS; i++) {
      long start = System.nanoTime();
      Object result = call.get();
      double took = (System.nanoTime() - start) / 1e6;
      kept += result.hashCode() & 1;
      if (i >= WARM_UP) {
        times[i - WARM_UP] = took;
      }
    }
    Arrays.sort(times);
    System.out.printf(
        "%s: median %.2f ms, 95th percentile %.2f ms%s%n",
        title, times[CALLS / 2], times[CALLS * 95 / 100], kept < 0 ? "!" : "");
  }
}
