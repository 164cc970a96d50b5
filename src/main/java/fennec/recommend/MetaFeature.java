package fennec.recommend;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One feature of the meta regressor: a number or a category, as one or more columns. Unknown values
 * are allowed: an unknown number takes the mean and raises a column of its own, an unknown or rare
 * category raises none.
 */
abstract sealed class MetaFeature {

  private final String name;

  private MetaFeature(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  abstract int columns();

  /** Writes this feature's columns for {@code value} into {@code row} from {@code at} on. */
  abstract void write(Value value, double[] row, int at);

  /** A number, or a category, or neither where it is not known. */
  record Value(OptionalDouble number, String category, Supplier<String> text) {

    /** The text is made when it is asked for: ten thousand models have values, few are shown. */
    static Value of(OptionalDouble number, Supplier<String> text) {
      return new Value(number, "", number.isPresent() ? text : () -> "unknown");
    }

    String shown() {
      return text.get();
    }

    static Value of(String category) {
      return new Value(
          OptionalDouble.empty(), category, () -> category.isEmpty() ? "unknown" : category);
    }
  }

  /** Values beyond those seen count as the nearest one seen: a line must not be extrapolated. */
  static final class Numeric extends MetaFeature {
    private final double mean;
    private final double least;
    private final double most;

    Numeric(String name, List<Value> seen) {
      super(name);
      DoubleSummaryStatistics known =
          seen.stream()
              .filter(v -> v.number().isPresent())
              .mapToDouble(v -> v.number().getAsDouble())
              .summaryStatistics();
      this.mean = known.getAverage();
      this.least = known.getCount() > 0 ? known.getMin() : 0;
      this.most = known.getCount() > 0 ? known.getMax() : 0;
    }

    @Override
    int columns() {
      return 2;
    }

    @Override
    void write(Value value, double[] row, int at) {
      row[at] = Math.max(least, Math.min(most, value.number().orElse(mean)));
      row[at + 1] = value.number().isPresent() ? 0 : 1;
    }
  }

  static final class Categorical extends MetaFeature {
    private final Map<String, Integer> positions = new TreeMap<>();

    /** Categories that {@code atLeast} values share get a column. */
    Categorical(String name, List<Value> seen, int atLeast) {
      super(name);
      Map<String, Integer> counts = new TreeMap<>();
      for (Value value : seen) {
        if (!value.category().isEmpty()) {
          counts.merge(value.category(), 1, Integer::sum);
        }
      }
      counts.forEach(
          (category, count) -> {
            if (count >= atLeast) {
              positions.put(category, positions.size());
            }
          });
    }

    @Override
    int columns() {
      return positions.size();
    }

    @Override
    void write(Value value, double[] row, int at) {
      Integer position = positions.get(value.category());
      if (position != null) {
        row[at + position] = 1;
      }
    }
  }

  /** A count for people: {@code 86.6 M}. */
  static String shown(long count) {
    if (count >= 1_000_000_000) {
      return String.format(Locale.ROOT, "%.1f G", count / 1e9);
    }
    if (count >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1f M", count / 1e6);
    }
    return count >= 1000 ? String.format(Locale.ROOT, "%.1f k", count / 1e3) : "" + count;
  }
}
