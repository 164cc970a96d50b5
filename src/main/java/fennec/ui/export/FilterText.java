package fennec.ui.export;

import fennec.ui.session.ModelFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A filter as the texts of a session file, and back; what cannot be understood does not narrow. */
final class FilterText {

  private static final String SEPARATOR = "\n";

  private FilterText() {}

  static Map<String, String> write(ModelFilter filter) {
    Map<String, String> map = new TreeMap<>();
    map.put("text", filter.text());
    map.put("families", String.join(SEPARATOR, filter.families()));
    map.put("minParameters", Long.toString(filter.minParameters()));
    map.put("maxParameters", Long.toString(filter.maxParameters()));
    map.put(
        "inputSizes",
        filter.inputSizes().stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR)));
    map.put("memoryGigabytes", Double.toString(filter.memoryGigabytes()));
    map.put("pretrainingData", String.join(SEPARATOR, filter.pretrainingData()));
    map.put("maxMultiplyAdds", Double.toString(filter.maxMultiplyAdds()));
    return map;
  }

  static ModelFilter read(Map<String, String> map) {
    try {
      return new ModelFilter(
          map.getOrDefault("text", ""),
          split(map.getOrDefault("families", "")),
          Long.parseLong(map.getOrDefault("minParameters", "0")),
          Long.parseLong(map.getOrDefault("maxParameters", Long.toString(Long.MAX_VALUE))),
          split(map.getOrDefault("inputSizes", "")).stream()
              .map(Integer::valueOf)
              .collect(Collectors.toSet()),
          Double.parseDouble(map.getOrDefault("memoryGigabytes", "0")),
          split(map.getOrDefault("pretrainingData", "")),
          Double.parseDouble(map.getOrDefault("maxMultiplyAdds", "0")));
    } catch (NumberFormatException e) {
      return ModelFilter.NONE;
    }
  }

  private static Set<String> split(String text) {
    return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(SEPARATOR)));
  }
}
