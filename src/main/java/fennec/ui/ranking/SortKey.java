package fennec.ui.ranking;

import fennec.recommend.RankedModel;
import fennec.zoo.PretrainedModel;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.function.Function;

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
  /** Multiply-adds of one image. */
  MULTIPLY_ADDS,
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

  /** The order of rows; ties by place. {@code work} tells the multiply-adds of a model. */
  public Comparator<RankedModel> order(
      boolean descending, Function<PretrainedModel, OptionalLong> work) {
    Comparator<RankedModel> order = ascending(work);
    return Comparator.comparing((RankedModel row) -> isMissing(row, work))
        .thenComparing(descending ? order.reversed() : order)
        .thenComparingInt(RankedModel::rank);
  }

  private Comparator<RankedModel> ascending(Function<PretrainedModel, OptionalLong> work) {
    return switch (this) {
      case RANK -> Comparator.comparingInt(RankedModel::rank);
      case MODEL -> Comparator.comparing(row -> row.model().name());
      case FAMILY -> Comparator.comparing(row -> row.model().family());
      case PARAMETERS -> Comparator.comparingLong(row -> row.model().parameters().orElse(0));
      case MULTIPLY_ADDS -> Comparator.comparingLong(row -> work.apply(row.model()).orElse(0));
      case INPUT -> Comparator.comparingInt(row -> row.model().inputSize().orElse(0));
      case PRETRAINING -> Comparator.comparing(row -> row.model().pretrainingData());
      case TRANSFER -> Comparator.comparingDouble(RankedModel::transfer);
      case META -> Comparator.comparingDouble(RankedModel::meta);
      case SCORE -> Comparator.comparingDouble(RankedModel::score);
    };
  }

  private boolean isMissing(RankedModel row, Function<PretrainedModel, OptionalLong> work) {
    return switch (this) {
      case FAMILY -> row.model().family().isEmpty();
      case PARAMETERS -> row.model().parameters().isEmpty();
      case MULTIPLY_ADDS -> work.apply(row.model()).isEmpty();
      case INPUT -> row.model().inputSize().isEmpty();
      case PRETRAINING -> row.model().pretrainingData().isEmpty();
      default -> false;
    };
  }
}
