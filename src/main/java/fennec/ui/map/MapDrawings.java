package fennec.ui.map;

import fennec.error.FennecException;
import fennec.progress.Work;
import fennec.ui.task.Outcome;
import fennec.ui.task.TaskRunner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Drawings of the same points in several ways: the one asked for is made in the background once and
 * kept, and until it is there the one before stays, or the quick one. A way that is cancelled or
 * fails gives way to the one shown.
 *
 * @param <K> ways to draw; the first one is quick
 * @param <D> drawings
 */
public final class MapDrawings<K extends Enum<K>, D> {

  private final TaskRunner tasks;
  private final K quick;
  private final Function<K, String> title;
  private final ObjectProperty<K> kind;
  private final ReadOnlyObjectWrapper<K> shown;
  private final ReadOnlyObjectWrapper<D> drawing = new ReadOnlyObjectWrapper<>();
  private final Map<K, D> kept = new HashMap<>();
  private final Set<K> running = new HashSet<>();
  private Function<K, Work<D>> maker;

  /**
   * Starts with nothing to draw.
   *
   * @param quick the way to begin with, which needs no entry in the list of tasks
   * @param title of the task that makes a drawing
   */
  public MapDrawings(TaskRunner tasks, K quick, Function<K, String> title) {
    this.tasks = tasks;
    this.quick = quick;
    this.title = title;
    this.kind = new SimpleObjectProperty<>(quick);
    this.shown = new ReadOnlyObjectWrapper<>(quick);
    kind.addListener(o -> draw());
  }

  /** Draws other points, by {@code next}; null for no points. */
  public void draw(Function<K, Work<D>> next) {
    kept.clear();
    running.clear();
    maker = next;
    drawing.set(null);
    draw();
  }

  private void draw() {
    if (maker != null && kept.isEmpty()) {
      // There is something to see while a slow drawing is made.
      make(quick);
    }
    if (maker != null && kept.containsKey(kind.get())) {
      show(kind.get());
    } else if (maker != null) {
      make(kind.get());
    }
  }

  private void make(K asked) {
    if (!running.add(asked)) {
      return;
    }
    Outcome<D> outcome = outcome(asked, maker);
    if (asked == quick) {
      tasks.runQuietly(maker.apply(asked), outcome);
    } else {
      tasks.run(title.apply(asked), maker.apply(asked), outcome);
    }
  }

  private Outcome<D> outcome(K asked, Function<K, Work<D>> by) {
    return new Outcome<>() {
      @Override
      public void done(D made) {
        if (by == maker) {
          running.remove(asked);
          kept.put(asked, made);
          if (kind.get() == asked || drawing.get() == null) {
            show(asked);
          }
        }
      }

      @Override
      public boolean failed(FennecException failure) {
        cancelled();
        return false;
      }

      @Override
      public void cancelled() {
        if (by == maker) {
          running.remove(asked);
          if (kind.get() == asked && asked != quick) {
            kind.set(kept.containsKey(shown.get()) ? shown.get() : quick);
          }
        }
      }
    };
  }

  private void show(K asked) {
    shown.set(asked);
    drawing.set(kept.get(asked));
  }

  /** The way that is asked for. */
  public ObjectProperty<K> kindProperty() {
    return kind;
  }

  /** The way in which {@link #drawingProperty} is drawn. */
  public ReadOnlyObjectProperty<K> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The drawing; null until there is one. */
  public ReadOnlyObjectProperty<D> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }
}
