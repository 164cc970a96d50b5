package fennec.architecture;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Words that an encoding knows, with a weight and a vector each.
 *
 * @param words v Weisfeiler-Lehman words, ascending
 * @param weights v numbers: inverse document frequencies or corpus counts
 * @param vectors v x e, row by row
 */
record SubtreeVocabulary(long[] words, float[] weights, float[] vectors) {

  int size() {
    return words.length;
  }

  int dimensions() {
    return words.length == 0 ? 0 : vectors.length / words.length;
  }

  /** Position of {@code word}; negative if it is not known. */
  int indexOf(long word) {
    return Arrays.binarySearch(words, word);
  }

  /** Distinct words in ascending order with how often each stands in {@code document}. */
  static SortedMap<Long, Integer> counts(long[] document) {
    SortedMap<Long, Integer> counts = new TreeMap<>();
    for (long word : document) {
      counts.merge(word, 1, Integer::sum);
    }
    return counts;
  }

  /** The keys of {@code numbers} that are at least {@code minimum}, ascending. */
  static long[] frequent(Map<Long, Integer> numbers, int minimum) {
    return numbers.entrySet().stream()
        .filter(e -> e.getValue() >= minimum)
        .flatMapToLong(e -> LongStream.of(e.getKey()))
        .sorted()
        .toArray();
  }
}
