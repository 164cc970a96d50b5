package fennec.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Two graphs side by side. Nodes are aligned by name (with module path) and operation first; what
 * is left is aligned by the hash of its surroundings (operation and attributes, two
 * Weisfeiler-Lehman iterations over inputs) in topological order, so that renamed modules still
 * meet. An aligned pair is <em>same</em> if attributes and weight shapes agree, else
 * <em>changed</em>; output shapes, which follow the input size, do not count. The rest was
 * <em>removed</em> from the first or <em>added</em> in the second.
 *
 * @param same aligned nodes without a difference
 * @param changed aligned nodes that differ
 * @param added nodes of the second graph alone
 * @param removed nodes of the first graph alone
 * @param commonSubtrees share of Weisfeiler-Lehman words (canonical operations, three depths) that
 *     the two have in common: 2 sum min(a_w, b_w) / (sum a_w + sum b_w), in [0, 1]
 */
public record GraphComparison(
    List<Pair> same,
    List<Pair> changed,
    List<GraphNode> added,
    List<GraphNode> removed,
    double commonSubtrees) {

  private static final int ITERATIONS = 2;

  /** Copies the lists. */
  public GraphComparison {
    same = List.copyOf(same);
    changed = List.copyOf(changed);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /**
   * Two aligned nodes.
   *
   * @param first of the first graph
   * @param second of the second graph
   */
  public record Pair(GraphNode first, GraphNode second) {

    /** What differs, in words; empty if nothing does. */
    public String difference() {
      List<String> differences = new ArrayList<>();
      if (!first.operation().equals(second.operation())) {
        differences.add(first.operation() + " → " + second.operation());
      }
      var names = new java.util.TreeSet<>(first.attributes().keySet());
      names.addAll(second.attributes().keySet());
      for (String name : names) {
        String before = first.attributes().get(name);
        String after = second.attributes().get(name);
        if (!Objects.equals(before, after)) {
          differences.add(name + " " + shown(before) + " → " + shown(after));
        }
      }
      String before = weights(first);
      String after = weights(second);
      if (!before.equals(after)) {
        differences.add("weights " + before + " → " + after);
      }
      return String.join(", ", differences);
    }

    private static String shown(String value) {
      return value == null ? "none" : value;
    }

    private static String weights(GraphNode node) {
      return node.weights().isEmpty()
          ? "none"
          : node.weights().stream()
              .filter(Weight::parameter)
              .map(w -> w.shape().toString())
              .collect(Collectors.joining(" "));
    }
  }

  /** Aligns {@code first} and {@code second}; about linear in their size. */
  public static GraphComparison of(ArchitectureGraph first, ArchitectureGraph second) {
    Map<GraphNode, GraphNode> aligned = new LinkedHashMap<>();
    List<GraphNode> restOfFirst = new ArrayList<>(first.nodes());
    List<GraphNode> restOfSecond = new ArrayList<>(second.nodes());
    align(byName(restOfFirst), byName(restOfSecond), restOfFirst, restOfSecond, aligned);
    align(
        bySurroundings(first, restOfFirst),
        bySurroundings(second, restOfSecond),
        restOfFirst,
        restOfSecond,
        aligned);
    List<Pair> same = new ArrayList<>();
    List<Pair> changed = new ArrayList<>();
    for (GraphNode node : first.nodes()) {
      if (aligned.containsKey(node)) {
        Pair pair = new Pair(node, aligned.get(node));
        (pair.difference().isEmpty() ? same : changed).add(pair);
      }
    }
    return new GraphComparison(
        same, changed, restOfSecond, restOfFirst, commonSubtrees(first, second));
  }

  private static void align(
      Map<String, List<GraphNode>> first,
      Map<String, List<GraphNode>> second,
      List<GraphNode> restOfFirst,
      List<GraphNode> restOfSecond,
      Map<GraphNode, GraphNode> aligned) {
    Map<GraphNode, GraphNode> found = new HashMap<>();
    first.forEach(
        (key, nodes) -> {
          List<GraphNode> others = second.getOrDefault(key, List.of());
          for (int i = 0; i < Math.min(nodes.size(), others.size()); i++) {
            found.put(nodes.get(i), others.get(i));
          }
        });
    aligned.putAll(found);
    restOfFirst.removeIf(found::containsKey);
    var taken = new java.util.HashSet<>(found.values());
    restOfSecond.removeIf(taken::contains);
  }

  private static Map<String, List<GraphNode>> byName(List<GraphNode> nodes) {
    return nodes.stream().collect(Collectors.groupingBy(n -> n.operation() + " " + n.name()));
  }

  private static Map<String, List<GraphNode>> bySurroundings(
      ArchitectureGraph graph, List<GraphNode> nodes) {
    Map<Integer, Integer> position = new HashMap<>();
    List<String> labels = new ArrayList<>();
    List<List<Integer>> read = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      position.put(node.id(), labels.size());
      labels.add(node.operation() + node.attributes());
      read.add(graph.incoming(node).stream().map(e -> position.get(e.from())).toList());
    }
    long[] words = WeisfeilerLehman.words(labels, read, ITERATIONS)[ITERATIONS];
    return nodes.stream()
        .collect(Collectors.groupingBy(n -> Long.toHexString(words[position.get(n.id())])));
  }

  private static double commonSubtrees(ArchitectureGraph first, ArchitectureGraph second) {
    SortedMap<Long, Integer> one =
        SubtreeVocabulary.counts(WeisfeilerLehman.document(first, ITERATIONS));
    SortedMap<Long, Integer> other =
        SubtreeVocabulary.counts(WeisfeilerLehman.document(second, ITERATIONS));
    long common = 0;
    long all = 0;
    for (var entry : one.entrySet()) {
      common += Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
      all += entry.getValue();
    }
    all += other.values().stream().mapToLong(Integer::longValue).sum();
    return all == 0 ? 1 : 2.0 * common / all;
  }
}
