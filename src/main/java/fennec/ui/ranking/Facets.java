package fennec.ui.ranking;

import fennec.zoo.PretrainedModel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What candidates can be filtered by.
 *
 * @param families families with their number of models, in the order of names
 * @param inputSizes input sides with their number of models, ascending
 * @param minParameters fewest parameters of a candidate
 * @param maxParameters most parameters of a candidate
 */
public record Facets(
    SortedMap<String, Integer> families,
    SortedMap<Integer, Integer> inputSizes,
    long minParameters,
    long maxParameters) {

  /** No candidates. */
  public static final Facets NONE = new Facets(new TreeMap<>(), new TreeMap<>(), 1, 1);

  /** Collects the facets of {@code models}. */
  public static Facets of(List<PretrainedModel> models) {
    SortedMap<String, Integer> families = new TreeMap<>();
    SortedMap<Integer, Integer> sizes = new TreeMap<>();
    long min = Long.MAX_VALUE;
    long max = 0;
    for (PretrainedModel model : models) {
      if (!model.family().isEmpty()) {
        families.merge(model.family(), 1, Integer::sum);
      }
      if (model.inputSize().isPresent()) {
        sizes.merge(model.inputSize().getAsInt(), 1, Integer::sum);
      }
      if (model.parameters().isPresent()) {
        min = Math.min(min, model.parameters().getAsLong());
        max = Math.max(max, model.parameters().getAsLong());
      }
    }
    return max == 0
        ? new Facets(families, sizes, 1, 1)
        : new Facets(families, sizes, Math.max(1, min), max);
  }
}
