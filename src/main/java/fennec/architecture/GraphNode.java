package fennec.architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One operation of a dataflow graph.
 *
 * @param id position in the file, unique within the graph
 * @param name name with module path, for example {@code /layer1/layer1.0/conv1/Conv}
 * @param operation operation type as the file names it, for example {@code Conv}; {@code Input} and
 *     {@code Output} mark the ends of the graph
 * @param attributes attributes as text, sorted by name; several numbers stand with commas between
 * @param weights constant inputs, in the order of inputs
 * @param outputs shapes of the outputs, in order; empty where a shape is not known
 */
public record GraphNode(
    int id,
    String name,
    String operation,
    SortedMap<String, String> attributes,
    List<Weight> weights,
    List<Optional<TensorShape>> outputs) {

  /** Copies the collections. */
  public GraphNode {
    attributes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    weights = List.copyOf(weights);
    outputs = List.copyOf(outputs);
  }

  /** A node without attributes, weights and shapes. */
  public static GraphNode of(int id, String name, String operation) {
    return new GraphNode(id, name, operation, new TreeMap<>(Map.of()), List.of(), List.of());
  }

  /** Names of the modules that contain the node, outermost first; without its own last part. */
  public List<String> modulePath() {
    List<String> parts =
        java.util.Arrays.stream(name.split("/")).filter(p -> !p.isEmpty()).toList();
    return parts.isEmpty() ? parts : parts.subList(0, parts.size() - 1);
  }

  /** The whole numbers of an attribute, for example {@code kernel_shape}; empty where it is not. */
  public List<Long> integers(String attribute) {
    String text = attributes.get(attribute);
    if (text == null || !text.matches("-?\\d{1,18}(,-?\\d{1,18})*")) {
      return List.of();
    }
    return java.util.Arrays.stream(text.split(",")).map(Long::valueOf).toList();
  }

  /** The one whole number of an attribute, or {@code otherwise} where it is not. */
  public long integer(String attribute, long otherwise) {
    List<Long> numbers = integers(attribute);
    return numbers.size() == 1 ? numbers.get(0) : otherwise;
  }

  /** The constant input at this position, where there is one. */
  public Optional<Weight> weight(int input) {
    return weights.stream().filter(w -> w.input() == input).findFirst();
  }

  /** The same node with other output shapes. */
  public GraphNode withOutputs(List<Optional<TensorShape>> shapes) {
    return new GraphNode(id, name, operation, attributes, weights, shapes);
  }
}
