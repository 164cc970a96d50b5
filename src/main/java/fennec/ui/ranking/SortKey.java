package fennec.ui.ranking;

import fennec.recommend.RankedModel;
import java.util.Comparator;

/** What the table can be sorted by; missing facts come last in either direction. */
public enum SortKey {
  /** Place, the best first. */
  RANK,
  /** Name. */
  MODEL,
  /** Family of architectures. */
  FAMILY,
  /** Number of weights. */
  PARAMETERS,
  /** Side of the input. */
  INPUT,
  /** Data it was trained on. */
  PRETRAINING,
  /** Transfer score. */
  TRANSFER,
  /** Meta score. */
  META,
  /** Merged score. */
  SCORE;

  /** The order of rows; ties by place. */
  public Comparator<RankedModel> order(boolean descending) {
    Comparator<RankedModel> order = ascending();
    return Comparator.comparing(this::isMissing)
        .thenComparing(descending ? order.reversed() : order)
        .thenComparingInt(RankedModel::rank);
  }

  private Comparator<RankedModel> ascending() {
    return switch (this) {
      case RANK -> Comparator.comparingInt(RankedModel::rank);
      case MODEL -> Comparator.comparing(row -> row.model().name());
      case FAMILY -> Comparator.comparing(row -> row.model().family());
      case PARAMETERS -> Comparator.comparingLong(row -> row.model().parameters().orElse(0));
      case INPUT -> Comparator.comparingInt(row -> row.model().inputSize().orElse(0));
      case PRETRAINING -> Comparator.comparing(row -> row.model().pretrainingData());
      case TRANSFER -> Comparator.comparingDouble(RankedModel::transfer);
      case META -> Comparator.comparingDouble(RankedModel::meta);
      case SCORE -> Comparator.comparingDouble(RankedModel::score);
    };
  }

  private boolean isMissing(RankedModel row) {
    return switch (this) {
      case FAMILY -> row.model().family().isEmpty();
      case PARAMETERS -> row.model().parameters().isEmpty();
      case INPUT -> row.model().inputSize().isEmpty();
      case PRETRAINING -> row.model().pretrainingData().isEmpty();
      default -> false;
    };
  }
}
