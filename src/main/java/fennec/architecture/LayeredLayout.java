package fennec.architecture;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Layered layout (Sugiyama's method) with orthogonal edges, from top to bottom or from left to
 * right, by the Eclipse Layout Kernel. Layouts are kept by what is drawn, the latest few.
 *
 * <p>Two guards keep it quick: what repeats is folded before (see {@link BlockFolding}), and edges
 * over more than {@value LayeredDrawing#LONGEST_SPAN} layers are left out and drawn on a rail at
 * the side or below. Coordinates depend on the graph only: the seed is fixed.
 *
 * <p>The kernel hardly ever looks whether it should stop, so it runs on a daemon thread of its own,
 * which is abandoned when the watcher cancels. Safe for use by several threads.
 */
public final class LayeredLayout {

  private static final int KEPT = 32;
  private static final long STACK = 64L << 20;

  private record Key(FoldedGraph graph, FlowDirection direction) {}

  private final Map<Key, GraphLayout> cache =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, GraphLayout> eldest) {
              return size() > KEPT;
            }
          });

  /**
   * Lays {@code graph} out from top to bottom.
   *
   * @throws FennecException if the kernel fails
   * @throws CancellationException as soon as the watcher asks to stop
   */
  public GraphLayout layout(FoldedGraph graph, Progress progress) throws FennecException {
    return layout(graph, FlowDirection.DOWN, progress);
  }

  /**
   * Lays {@code graph} out with its data flowing in {@code direction}.
   *
   * @throws FennecException if the kernel fails
   * @throws CancellationException as soon as the watcher asks to stop
   */
  public GraphLayout layout(FoldedGraph graph, FlowDirection direction, Progress progress)
      throws FennecException {
    Key key = new Key(graph, direction);
    GraphLayout known = cache.get(key);
    if (known != null) {
      return known;
    }
    progress.step(0, 1, "layout");
    FutureTask<GraphLayout> task =
        new FutureTask<>(() -> new LayeredDrawing(graph, direction).layout());
    Thread thread = new Thread(null, task, "layout of " + graph.name(), STACK);
    thread.setDaemon(true);
    thread.start();
    GraphLayout layout = await(graph, task, progress);
    cache.put(key, layout);
    progress.step(1, 1, "layout");
    return layout;
  }

  private static GraphLayout await(
      FoldedGraph graph, FutureTask<GraphLayout> task, Progress progress) throws FennecException {
    while (true) {
      try {
        return task.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException running) {
        if (progress.isCancelled()) {
          task.cancel(true);
          throw cancelled(running);
        }
      } catch (InterruptedException e) {
        task.cancel(true);
        Thread.currentThread().interrupt();
        throw cancelled(e);
      } catch (ExecutionException e) {
        throw new FennecException(
            "The graph of " + graph.name() + " could not be laid out: " + e.getCause() + ".", e);
      }
    }
  }

  private static CancellationException cancelled(Exception cause) {
    CancellationException cancelled = new CancellationException("Cancelled.");
    cancelled.initCause(cause);
    return cancelled;
  }
}
