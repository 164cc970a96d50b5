package fennec.io;

import fennec.architecture.TensorShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of tensors that the nodes of one graph can see: its own and those of the graphs around. */
final class OnnxScope {

  private final OnnxScope outer;
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, OnnxTensor> constants;
  private final Map<String, TensorShape> shapes;
  private final Map<String, String> aliases = new HashMap<>();

  /** A scope inside {@code outer}, which is null for the graph of the file itself. */
  OnnxScope(OnnxScope outer, OnnxGraph graph) {
    this.outer = outer;
    this.constants = new HashMap<>(graph.constants());
    this.shapes = graph.shapes();
  }

  /**
   * Who makes a tensor.
   *
   * @param node id of the node
   * @param output which of its outputs
   */
  record Source(int node, int output) {}

  /** Notes who makes {@code tensor}; false if it already has a source here. */
  boolean produce(String tensor, Source source) {
    return sources.put(tensor, source) == null;
  }

  /** Notes the value of a constant node. */
  void constant(String tensor, OnnxTensor value) {
    constants.put(tensor, value.named(tensor));
  }

  /** Lets inputs of this graph stand for tensors of the graph around it; empty for none. */
  void alias(List<String> formal, List<String> actual) {
    for (int i = 0; i < formal.size(); i++) {
      aliases.put(formal.get(i), i < actual.size() ? actual.get(i) : "");
    }
  }

  /** Whether {@code tensor} is an input of a body that no tensor outside stands for. */
  boolean isFormal(String tensor) {
    if (sources.containsKey(tensor) || outer == null) {
      return false;
    }
    String alias = aliases.get(tensor);
    return alias == null ? outer.isFormal(tensor) : alias.isEmpty() || outer.isFormal(alias);
  }

  Optional<Source> source(String tensor) {
    Source own = sources.get(tensor);
    if (own != null || outer == null) {
      return Optional.ofNullable(own);
    }
    return outer.source(aliases.getOrDefault(tensor, tensor));
  }

  Optional<OnnxTensor> constant(String tensor) {
    OnnxTensor own = constants.get(tensor);
    if (own != null || outer == null || sources.containsKey(tensor)) {
      return Optional.ofNullable(own);
    }
    return outer.constant(aliases.getOrDefault(tensor, tensor));
  }

  /** Shape of a tensor, where the file states it. */
  Optional<TensorShape> shape(String tensor) {
    TensorShape own = shapes.get(tensor);
    if (own != null || outer == null) {
      return Optional.ofNullable(own);
    }
    return outer.shape(aliases.getOrDefault(tensor, tensor));
  }
}
