package fennec.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Undo and redo for the values of watched properties. Changes of one property in quick succession,
 * such as a slider being dragged, are one step.
 */
public final class UndoHistory {

  private static final long MERGE_NANOS = 800_000_000L;
  private static final int LIMIT = 200;

  private static final class Edit<T> {
    private final Property<T> property;
    private final String name;
    private final T before;
    private T after;
    private long time;

    Edit(Property<T> property, String name, T before, T after) {
      this.property = property;
      this.name = name;
      this.before = before;
      this.after = after;
    }

    void undo() {
      property.setValue(before);
    }

    void redo() {
      property.setValue(after);
    }
  }

  private final LongSupplier nanoTime;
  private final Deque<Edit<?>> done = new ArrayDeque<>();
  private final Deque<Edit<?>> undone = new ArrayDeque<>();
  private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
  private boolean applying;

  /** Creates an empty history with {@code nanoTime} as its clock. */
  public UndoHistory(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Remembers every change of {@code property} under {@code name}, for example {@code alpha}. */
  public <T> void watch(Property<T> property, String name) {
    property.addListener(
        (observed, before, after) -> {
          if (!applying) {
            record(property, name, before, after);
          }
        });
  }

  @SuppressWarnings("unchecked") // edits of one property are of its type
  private <T> void record(Property<T> property, String name, T before, T after) {
    long now = nanoTime.getAsLong();
    Edit<?> last = done.peek();
    if (last != null
        && last.property == property
        && undone.isEmpty()
        && now - last.time < MERGE_NANOS) {
      ((Edit<T>) last).after = after;
      last.time = now;
    } else {
      Edit<T> edit = new Edit<>(property, name, before, after);
      edit.time = now;
      done.push(edit);
      if (done.size() > LIMIT) {
        done.removeLast();
      }
    }
    undone.clear();
    names();
  }

  /** Takes the last step back, if there is one. */
  public void undo() {
    Edit<?> edit = done.poll();
    if (edit != null) {
      silently(edit::undo);
      edit.time = nanoTime.getAsLong() - 2 * MERGE_NANOS;
      undone.push(edit);
      names();
    }
  }

  /** Does again what was last undone, if there is something. */
  public void redo() {
    Edit<?> edit = undone.poll();
    if (edit != null) {
      silently(edit::redo);
      done.push(edit);
      names();
    }
  }

  /** Runs {@code change} without remembering it, for example when a session is opened. */
  public void silently(Runnable change) {
    applying = true;
    try {
      change.run();
    } finally {
      applying = false;
    }
  }

  /** Forgets everything. */
  public void clear() {
    done.clear();
    undone.clear();
    names();
  }

  private void names() {
    undoName.set(done.isEmpty() ? "" : done.peek().name);
    redoName.set(undone.isEmpty() ? "" : undone.peek().name);
  }

  /** What would be undone, empty if nothing. */
  public ReadOnlyStringProperty undoNameProperty() {
    return undoName.getReadOnlyProperty();
  }

  /** What would be done again, empty if nothing. */
  public ReadOnlyStringProperty redoNameProperty() {
    return redoName.getReadOnlyProperty();
  }
}
