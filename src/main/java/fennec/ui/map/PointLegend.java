package fennec.ui.map;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Classes of the points of a map, which of them are shown, and how many points are selected. */
public final class PointLegend {

  private final ReadOnlyObjectWrapper<PointClasses> classes =
      new ReadOnlyObjectWrapper<>(PointClasses.NONE);
  private final ReadOnlyObjectWrapper<List<LegendEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Set<String> hidden = new HashSet<>();
  private boolean[] shown = new boolean[0];
  private boolean[] selected = new boolean[0];
  private boolean any;

  /** Sorts the points anew; classes hidden by name stay hidden. */
  public void classify(PointClasses next) {
    classes.set(next);
    recount();
  }

  /** Tells which of {@code points} points are selected. */
  public void select(int points, IntPredicate chosen) {
    selected = new boolean[points];
    any = false;
    for (int i = 0; i < points; i++) {
      selected[i] = chosen.test(i);
      any |= selected[i];
    }
    recount();
  }

  private void recount() {
    List<String> labels = classes.get().labels();
    shown = new boolean[labels.size()];
    for (int c = 0; c < shown.length; c++) {
      shown[c] = !hidden.contains(labels.get(c));
    }
    if (classes.get().classOf().length == selected.length) {
      entries.set(LegendEntry.of(classes.get(), hidden, this::isSelected));
    }
  }

  /** Shows or hides a class. */
  public void setShown(String label, boolean show) {
    if (show ? hidden.remove(label) : hidden.add(label)) {
      recount();
    }
  }

  /** Shows this class alone; all classes if it is alone already. */
  public void showOnly(String label) {
    List<String> labels = classes.get().labels();
    boolean alone = labels.stream().allMatch(l -> l.equals(label) != hidden.contains(l));
    hidden.clear();
    if (!alone) {
      labels.stream().filter(l -> !l.equals(label)).forEach(hidden::add);
    }
    recount();
  }

  /** Shows all classes at the next {@link #classify}, because they will be others. */
  public void forgetHidden() {
    hidden.clear();
  }

  /** Whether the point is drawn: its class is shown. */
  public boolean isShown(int point) {
    int[] classOf = classes.get().classOf();
    return point >= classOf.length || shown[classOf[point]];
  }

  /** Whether the point is selected. */
  public boolean isSelected(int point) {
    return point < selected.length && selected[point];
  }

  /** Whether any point is selected. */
  public boolean hasSelection() {
    return any;
  }

  /** Class of the point, or -1. */
  public int classOf(int point) {
    int[] classOf = classes.get().classOf();
    return point >= 0 && point < classOf.length ? classOf[point] : -1;
  }

  /** Positions of all points of the class that {@code point} is in; empty if it is in none. */
  public List<Integer> classmates(int point) {
    int wanted = classOf(point);
    int[] classOf = classes.get().classOf();
    return wanted < 0
        ? List.of()
        : IntStream.range(0, classOf.length).filter(i -> classOf[i] == wanted).boxed().toList();
  }

  /** Class of each point. */
  public ReadOnlyObjectProperty<PointClasses> classesProperty() {
    return classes.getReadOnlyProperty();
  }

  /** The classes with their counts. */
  public ReadOnlyObjectProperty<List<LegendEntry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }
}
