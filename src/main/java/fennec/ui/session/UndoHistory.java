package fennec.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Undo and redo for the values of watched properties and for steps that know how to take themselves
 * back. Changes of one property in quick succession, such as a slider being dragged, are one step.
 */
public final class UndoHistory {

  private static final long MERGE_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
  private static final int LIMIT = 200;

  /** What can be taken back and done again; {@code owner} is what it changes. */
  private abstract static class Step {
    private final Object owner;
    private final String name;

    Step(Object owner, String name) {
      this.owner = owner;
      this.name = name;
    }

    abstract void undo();

    abstract void redo();

    /** Whether a change of {@code property} at {@code now} goes on with this one. */
    boolean goesOn(Property<?> property, long now) {
      return false;
    }

    /** Lets no later change go on with this one. */
    void end() {}
  }

  private static final class Change extends Step {
    private final Runnable undo;
    private final Runnable redo;

    Change(Object owner, String name, Runnable undo, Runnable redo) {
      super(owner, name);
      this.undo = undo;
      this.redo = redo;
    }

    @Override
    void undo() {
      undo.run();
    }

    @Override
    void redo() {
      redo.run();
    }
  }

  private static final class Edit<T> extends Step {
    private final Property<T> property;
    private final T before;
    private T after;
    private long until;
    private boolean ended;

    Edit(Property<T> property, String name, T before) {
      super(property, name);
      this.property = property;
      this.before = before;
    }

    @Override
    void undo() {
      property.setValue(before);
    }

    @Override
    void redo() {
      property.setValue(after);
    }

    @Override
    boolean goesOn(Property<?> other, long now) {
      return !ended && other == property && now - until < 0;
    }

    @Override
    void end() {
      ended = true;
    }
  }

  private final LongSupplier nanoTime;
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
  private boolean applying;

  /** Creates an empty history with {@code nanoTime} as its clock. */
  public UndoHistory(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Remembers every change of {@code property} under {@code name}, for example {@code alpha}. */
  public <T> void watch(Property<T> property, String name) {
    watch(property, name, MERGE_NANOS);
  }

  /** The same, where changes less than {@code together} nanoseconds apart are one step. */
  public <T> void watch(Property<T> property, String name, long together) {
    property.addListener(
        (observed, before, after) -> {
          if (!applying) {
            record(property, name, together, before, after);
          }
        });
  }

  @SuppressWarnings("unchecked") // edits of one property are of its type
  private <T> void record(Property<T> property, String name, long together, T before, T after) {
    long now = nanoTime.getAsLong();
    Step last = done.peek();
    Edit<T> edit;
    if (last != null && undone.isEmpty() && last.goesOn(property, now)) {
      edit = (Edit<T>) last;
    } else {
      edit = new Edit<>(property, name, before);
      push(edit);
    }
    edit.after = after;
    edit.until = now + together;
    undone.clear();
    names();
  }

  private void push(Step step) {
    done.push(step);
    if (done.size() > LIMIT) {
      done.removeLast();
    }
  }

  /**
   * Remembers a change that was made, as a step of its own.
   *
   * @param owner what was changed, for {@link #forget}
   * @param name what it is called, for example {@code unfolding a block}
   * @param undo takes it back
   * @param redo makes it again
   */
  public void add(Object owner, String name, Runnable undo, Runnable redo) {
    if (!applying) {
      push(new Change(owner, name, undo, redo));
      undone.clear();
      names();
    }
  }

  /** Drops the steps of {@code owner}, which no longer is what they changed. */
  public void forget(Object owner) {
    done.removeIf(step -> step.owner == owner);
    undone.removeIf(step -> step.owner == owner);
    names();
  }

  /** Takes the last step back, if there is one. */
  public void undo() {
    Step step = done.poll();
    if (step != null) {
      undone.push(step);
      step.end();
      silently(step::undo);
      names();
    }
  }

  /** Does again what was last undone, if there is something. */
  public void redo() {
    Step step = undone.poll();
    if (step != null) {
      done.push(step);
      silently(step::redo);
      names();
    }
  }

  /** Runs {@code change} without remembering it, for example when a session is opened. */
  public void silently(Runnable change) {
    boolean outer = applying;
    applying = true;
    try {
      change.run();
    } finally {
      applying = outer;
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
