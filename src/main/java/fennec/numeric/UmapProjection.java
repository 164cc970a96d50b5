package fennec.numeric;

import fennec.progress.Progress;
import java.util.Arrays;
import tagbio.umap.ProgressListener;
import tagbio.umap.Umap;
import tagbio.umap.UmapProgress;

/**
 * UMAP of n points in the plane: near points stay near, while distances between groups mean little.
 * Cosine distances, one thread and a fixed seed, so that the same points give the same map.
 *
 * <p>The library reports to one listener for all its runs, so runs wait for each other. Source:
 * McInnes, Healy and Melville 2018, arXiv 1802.03426.
 */
public final class UmapProjection {

  private static final int EPOCHS = 500;
  private static final int FEWEST_POINTS = 4;
  private static final Object ONE_AT_A_TIME = new Object();

  private UmapProjection() {}

  /**
   * Places {@code points} (n x d) in the plane (n x 2). Cost O(n^2 d + 500 n k).
   *
   * @param neighbours k, how many near points each point holds on to; cut to n - 1
   * @param seed decides the map
   * @throws IllegalArgumentException if there are fewer than 4 points
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public static double[][] fit(double[][] points, int neighbours, long seed, Progress progress) {
    if (points.length < FEWEST_POINTS) {
      throw new IllegalArgumentException(points.length + " points are too few for UMAP");
    }
    synchronized (ONE_AT_A_TIME) {
      progress.checkCancelled();
      ProgressListener watcher =
          state -> {
            progress.checkCancelled();
            progress.step(state.getCount(), state.getTotal(), "UMAP");
          };
      UmapProgress.addProgressListener(watcher);
      try {
        Umap umap = new Umap();
        umap.setNumberComponents(2);
        umap.setNumberNearestNeighbours(Math.min(neighbours, points.length - 1));
        umap.setMetric("cosine");
        umap.setNumberEpochs(EPOCHS);
        umap.setThreads(1);
        umap.setSeed(seed);
        double[][] copy = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
        return umap.fitTransform(copy);
      } finally {
        UmapProgress.removeProgressListener(watcher);
      }
    }
  }
}
