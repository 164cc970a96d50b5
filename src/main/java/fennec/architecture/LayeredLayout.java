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
 * Layered layout (Sugiyama's method) from top to bottom with orthogonal edges, by the Eclipse
 * Layout Kernel. Layouts are kept by what is drawn, the latest few.
 *
 * <p>Two guards keep it quick: what repeats is folded before (see {@link BlockFolding}), and edges
 * over more than {@value LayeredDrawing#LONGEST_SPAN} layers are left out and drawn on a rail at
 * the side. Coordinates depend on the graph only: the seed is fixed.
 *
 * <p>The kernel hardly ever looks whether it should stop, so it runs on a daemon thread of its own,
 * which is abandoned when the watcher cancels. Safe for use by several threads.
 */
public final class LayeredLayout {

  private static final int KEPT = 32;
  private static final long STACK = 64L << 20;

  private final Map<FoldedGraph, GraphLayout> cache =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<FoldedGraph, GraphLayout> eldest) {
              return size() > KEPT;
            }
          });

  /**
   * Lays {@code graph} out.
   *
   * @throws FennecException if the kernel fails
   * @throws CancellationException as soon as the watcher asks to stop
   */
  public GraphLayout layout(FoldedGraph graph, Progress progress) throws FennecException {
    GraphLayout known = cache.get(graph);
    if (known != null) {
      return known;
    }
    progress.step(0, 1, "layout");
    FutureTask<GraphLayout> task = new FutureTask<>(() -> new LayeredDrawing(graph).layout());
    Thread thread = new Thread(null, task, "layout of " + graph.name(), STACK);
    thread.setDaemon(true);
    thread.start();
    GraphLayout layout = await(graph, task, progress);
    cache.put(graph, layout);
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
