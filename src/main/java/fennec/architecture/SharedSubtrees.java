package fennec.architecture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of the surroundings of each node two graphs share. The words are those of {@link
 * GraphComparison#commonSubtrees}: canonical operations and what they read, over {@value #LEVELS}
 * levels. A node that the canonical form bypasses or joins into another has no entry.
 *
 * @param first by {@link GraphNode#id} of the first graph, how many levels of the subtree at the
 *     node are found in the second graph too: 0 where even the operation is not there, 1 for the
 *     operation, 2 with its inputs, 3 with their inputs
 * @param second the same for the second graph
 */
public record SharedSubtrees(Map<Integer, Integer> first, Map<Integer, Integer> second) {

  /** Most levels that are looked at. */
  public static final int LEVELS = 3;

  /** Copies the maps. */
  public SharedSubtrees {
    first = Map.copyOf(first);
    second = Map.copyOf(second);
  }

  /** Compares the subtrees of two graphs; linear in their size. */
  public static SharedSubtrees of(ArchitectureGraph first, ArchitectureGraph second) {
    CanonicalGraph one = OperationVocabulary.canonical(first);
    CanonicalGraph other = OperationVocabulary.canonical(second);
    long[][] wordsOfOne = words(one);
    long[][] wordsOfOther = words(other);
    return new SharedSubtrees(
        levels(one.nodeIds(), wordsOfOne, wordsOfOther),
        levels(other.nodeIds(), wordsOfOther, wordsOfOne));
  }

  private static long[][] words(CanonicalGraph graph) {
    return WeisfeilerLehman.words(graph.operations(), graph.predecessors(), LEVELS - 1);
  }

  private static Map<Integer, Integer> levels(List<Integer> ids, long[][] words, long[][] others) {
    Map<Integer, Integer> levels = new HashMap<>();
    ids.forEach(id -> levels.put(id, 0));
    for (int level = 0; level < LEVELS; level++) {
      Set<Long> known = new HashSet<>();
      for (long word : others[level]) {
        known.add(word);
      }
      for (int i = 0; i < ids.size(); i++) {
        if (known.contains(words[level][i])) {
          levels.put(ids.get(i), level + 1);
        }
      }
    }
    return levels;
  }
}
