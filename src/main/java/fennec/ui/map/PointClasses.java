package fennec.ui.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * Points sorted into classes, each with a colour and an entry of the legend.
 *
 * @param labels names of the classes
 * @param classOf class of each point, from 0
 * @param ordered whether classes go from low to high
 * @param known number of classes with a colour of their own; a class beyond is grey
 */
public record PointClasses(List<String> labels, int[] classOf, boolean ordered, int known) {

  /** No points. */
  public static final PointClasses NONE = new PointClasses(List.of(), new int[0], false, 0);

  private static final int MOST_CATEGORIES = 20;
  private static final int STEPS = 5;

  /** Copies the list. */
  public PointClasses {
    labels = List.copyOf(labels);
  }

  /** Classes by number, from 0 to {@code count} - 1; labels begin with 1 word for all. */
  public static PointClasses numbered(String word, int count, int[] classOf) {
    List<String> labels = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      labels.add(word + " " + c);
    }
    return new PointClasses(labels, classOf, false, count);
  }

  /** One class a text, the most frequent first; those beyond the twentieth share one. */
  public static PointClasses named(List<String> texts) {
    Map<String, Integer> counts = new TreeMap<>();
    texts.stream().filter(t -> !t.isEmpty()).forEach(t -> counts.merge(t, 1, Integer::sum));
    List<String> labels =
        counts.keySet().stream()
            .sorted(
                Comparator.comparingInt((String t) -> -counts.get(t))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(MOST_CATEGORIES)
            .toList();
    Map<String, Integer> index = new HashMap<>();
    labels.forEach(label -> index.put(label, index.size()));
    int[] classOf = texts.stream().mapToInt(t -> index.getOrDefault(t, labels.size())).toArray();
    return withRest(labels, classOf, "other", false);
  }

  /**
   * Five classes of about as many values each, from low to high; NaN is a class {@code unknown} of
   * its own.
   */
  public static PointClasses stepped(double[] values, DoubleFunction<String> text, String unknown) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    List<Double> bounds = new ArrayList<>();
    for (int s = 1; s < STEPS && sorted.length > 0; s++) {
      double bound = sorted[s * sorted.length / STEPS];
      if (bound > sorted[0] && (bounds.isEmpty() || bound > bounds.get(bounds.size() - 1))) {
        bounds.add(bound);
      }
    }
    List<String> labels = new ArrayList<>();
    int[] classOf = new int[values.length];
    int steps = sorted.length == 0 ? 0 : bounds.size() + 1;
    for (int s = 0; s < steps; s++) {
      String from = text.apply(s == 0 ? sorted[0] : bounds.get(s - 1));
      String to = text.apply(s == steps - 1 ? sorted[sorted.length - 1] : bounds.get(s));
      labels.add(from.equals(to) ? from : from + " \u2013 " + to);
    }
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      classOf[i] =
          Double.isNaN(value) ? steps : (int) bounds.stream().filter(b -> value >= b).count();
    }
    return withRest(labels, classOf, unknown, true);
  }

  private static PointClasses withRest(
      List<String> labels, int[] classOf, String rest, boolean ordered) {
    List<String> all = new ArrayList<>(labels);
    if (Arrays.stream(classOf).anyMatch(c -> c == labels.size())) {
      all.add(rest);
    }
    return new PointClasses(all, classOf, ordered, labels.size());
  }
}
