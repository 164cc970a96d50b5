package fennec.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * How well vectors tell families of architectures apart; only families with two members or more
 * count.
 *
 * @param architectures how many were looked at
 * @param families how many families
 * @param nearestFamily fraction whose nearest other architecture (cosine, ties by name) is of the
 *     same family, in [0, 1]
 * @param adjustedRand adjusted Rand index of as many k-means clusters as families against the
 *     families, mean over seeds, in [-1, 1]
 * @param stability adjusted Rand index between the clusters of two seeds of both the encoding and
 *     k-means, mean over pairs
 */
public record EncodingQuality(
    int architectures, int families, double nearestFamily, double adjustedRand, double stability) {

  /**
   * Measures an encoding.
   *
   * @param encode vectors by name for a seed
   * @param familyOf family of each architecture
   * @param seeds one fit for each
   */
  public static EncodingQuality measure(
      LongFunction<Archi2Vec> encode, Map<String, String> familyOf, long... seeds) {
    Map<String, Integer> members = new HashMap<>();
    familyOf.values().forEach(family -> members.merge(family, 1, Integer::sum));
    double nearest = 0;
    double rand = 0;
    List<List<Integer>> partitions = new ArrayList<>();
    int architectures = 0;
    int families = 0;
    for (long seed : seeds) {
      SortedMap<String, float[]> kept = new TreeMap<>();
      kept.putAll(encode.apply(seed).vectors());
      kept.keySet().removeIf(n -> members.getOrDefault(familyOf.get(n), 0) < 2);
      List<String> labels = kept.keySet().stream().map(familyOf::get).toList();
      architectures = kept.size();
      families = (int) labels.stream().distinct().count();
      nearest += nearestFamily(kept, familyOf) / seeds.length;
      Map<String, Integer> clusters = ArchitectureClusters.of(kept, families, seed).clusterOf();
      List<Integer> partition = kept.keySet().stream().map(clusters::get).toList();
      rand += adjustedRand(partition, labels) / seeds.length;
      partitions.add(partition);
    }
    double stability = 0;
    int pairs = 0;
    for (int i = 0; i < partitions.size(); i++) {
      for (int j = 0; j < i; j++) {
        stability += adjustedRand(partitions.get(i), partitions.get(j));
        pairs++;
      }
    }
    return new EncodingQuality(
        architectures, families, nearest, rand, pairs == 0 ? 1 : stability / pairs);
  }

  /** Fraction of {@code vectors} whose nearest other vector has the same family. */
  public static double nearestFamily(
      SortedMap<String, float[]> vectors, Map<String, String> familyOf) {
    int right = 0;
    for (String name : vectors.keySet()) {
      String nearest = "";
      double best = Double.NEGATIVE_INFINITY;
      for (String other : vectors.keySet()) {
        double similarity =
            Math.rint(Archi2Vec.cosine(vectors.get(name), vectors.get(other)) * 1e6);
        if (!other.equals(name) && similarity > best) {
          best = similarity;
          nearest = other;
        }
      }
      right += familyOf.get(name).equals(familyOf.get(nearest)) ? 1 : 0;
    }
    return vectors.isEmpty() ? 0 : (double) right / vectors.size();
  }

  /**
   * Adjusted Rand index of two partitions of the same things (Hubert and Arabie 1985): 1 for equal
   * ones, about 0 for independent ones.
   *
   * @throws IllegalArgumentException if they differ in length
   */
  public static double adjustedRand(List<?> first, List<?> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException("two partitions of one set have the same length");
    }
    Map<Object, Integer> rows = new HashMap<>();
    Map<Object, Integer> columns = new HashMap<>();
    Map<List<Object>, Integer> cells = new HashMap<>();
    for (int i = 0; i < first.size(); i++) {
      rows.merge(first.get(i), 1, Integer::sum);
      columns.merge(second.get(i), 1, Integer::sum);
      cells.merge(List.of(first.get(i), second.get(i)), 1, Integer::sum);
    }
    double together = pairs(cells);
    double inFirst = pairs(rows);
    double inSecond = pairs(columns);
    double all = first.size() * (first.size() - 1) / 2.0;
    double expected = all > 0 ? inFirst * inSecond / all : 0;
    double most = (inFirst + inSecond) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Map<?, Integer> counts) {
    return counts.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
  }
}
