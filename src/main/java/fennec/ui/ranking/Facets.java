package fennec.ui.ranking;

import fennec.zoo.PretrainedModel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What candidates can be filtered by.
 *
 * @param families families with their number of models, in the order of names
 * @param inputSizes input sides with their number of models, ascending
 * @param pretrainingData pre-training data with their number of models, the most frequent first
 * @param minParameters fewest parameters of a candidate
 * @param maxParameters most parameters of a candidate
 */
public record Facets(
    SortedMap<String, Integer> families,
    SortedMap<Integer, Integer> inputSizes,
    Map<String, Integer> pretrainingData,
    long minParameters,
    long maxParameters) {

  /** No candidates. */
  public static final Facets NONE = new Facets(new TreeMap<>(), new TreeMap<>(), Map.of(), 1, 1);

  /** Collects the facets of {@code models}. */
  public static Facets of(List<PretrainedModel> models) {
    SortedMap<String, Integer> families = new TreeMap<>();
    SortedMap<Integer, Integer> sizes = new TreeMap<>();
    SortedMap<String, Integer> data = new TreeMap<>();
    long min = Long.MAX_VALUE;
    long max = 0;
    for (PretrainedModel model : models) {
      if (!model.family().isEmpty()) {
        families.merge(model.family(), 1, Integer::sum);
      }
      if (!model.pretrainingData().isEmpty()) {
        data.merge(model.pretrainingData(), 1, Integer::sum);
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
        ? new Facets(families, sizes, frequentFirst(data), 1, 1)
        : new Facets(families, sizes, frequentFirst(data), Math.max(1, min), max);
  }

  private static Map<String, Integer> frequentFirst(SortedMap<String, Integer> counts) {
    Map<String, Integer> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Comparator.comparing(each -> -each.getValue()))
        .forEach(each -> ordered.put(each.getKey(), each.getValue()));
    return ordered;
  }
}
