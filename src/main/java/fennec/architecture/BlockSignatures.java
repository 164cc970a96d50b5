package fennec.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hashes of sub-graphs that are equal for equal ones: the sorted Weisfeiler-Lehman words of their
 * nodes, two iterations inside the sub-graph, over operations with attributes.
 */
final class BlockSignatures {

  private static final int ITERATIONS = 2;

  private final List<String> labels;
  private final List<List<Integer>> predecessors = new ArrayList<>();
  private final List<List<Integer>> readers = new ArrayList<>();

  BlockSignatures(ArchitectureGraph graph) {
    Map<Integer, Integer> position = new HashMap<>();
    for (GraphNode node : graph.nodes()) {
      position.put(node.id(), position.size());
      readers.add(new ArrayList<>());
      predecessors.add(new ArrayList<>());
    }
    for (DataEdge edge : graph.edges()) {
      int from = position.get(edge.from());
      int to = position.get(edge.to());
      readers.get(from).add(to);
      predecessors.get(to).add(from);
    }
    this.labels = graph.nodes().stream().map(n -> n.operation() + n.attributes()).toList();
  }

  /** Positions of the nodes that read from the node at {@code position}. */
  List<Integer> readers(int position) {
    return readers.get(position);
  }

  /** Hash of the sub-graph of the nodes at {@code positions}. */
  long of(List<Integer> positions) {
    Map<Integer, Integer> inside = new HashMap<>();
    for (int position : positions) {
      inside.put(position, inside.size());
    }
    List<String> inner = positions.stream().map(labels::get).toList();
    List<List<Integer>> read = new ArrayList<>();
    for (int position : positions) {
      read.add(
          predecessors.get(position).stream()
              .filter(inside::containsKey)
              .map(inside::get)
              .toList());
    }
    long[] words = WeisfeilerLehman.words(inner, read, ITERATIONS)[ITERATIONS];
    Arrays.sort(words);
    long hash = words.length;
    for (long word : words) {
      hash = WeisfeilerLehman.combine(hash, word);
    }
    return hash;
  }
}
