package fennec.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A class in the legend.
 *
 * @param index its class
 * @param label its name
 * @param selected points of it that are selected
 * @param total all points of it
 * @param shown whether its points are drawn
 */
public record LegendEntry(int index, String label, int selected, int total, boolean shown) {

  /** The entries of {@code classes} with their counts. */
  public static List<LegendEntry> of(
      PointClasses classes, Set<String> hidden, IntPredicate selected) {
    int[] totals = new int[classes.labels().size()];
    int[] chosen = new int[totals.length];
    for (int i = 0; i < classes.classOf().length; i++) {
      totals[classes.classOf()[i]]++;
      chosen[classes.classOf()[i]] += selected.test(i) ? 1 : 0;
    }
    List<LegendEntry> entries = new ArrayList<>();
    for (int c = 0; c < totals.length; c++) {
      String label = classes.labels().get(c);
      entries.add(new LegendEntry(c, label, chosen[c], totals[c], !hidden.contains(label)));
    }
    return entries;
  }

  /** {@code 47 / 412} while points are selected, else {@code 412}. */
  public String counts(boolean anySelected) {
    return anySelected
        ? String.format(Locale.ROOT, "%,d / %,d", selected, total)
        : String.format(Locale.ROOT, "%,d", total);
  }
}
