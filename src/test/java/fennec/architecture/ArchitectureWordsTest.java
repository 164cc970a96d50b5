package fennec.architecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Words of graphs, the vectors made of them, and clusters of vectors, on cases done by hand. */
class ArchitectureWordsTest {

  @Test
  void theOrderOfWhatANodeReadsDoesNotCount() {
    List<String> labels = List.of("Conv", "Relu", "Add");
    long[][] one = WeisfeilerLehman.words(labels, List.of(List.of(), List.of(), List.of(0, 1)), 2);
    long[][] other =
        WeisfeilerLehman.words(labels, List.of(List.of(), List.of(), List.of(1, 0)), 2);
    long[][] twice =
        WeisfeilerLehman.words(labels, List.of(List.of(), List.of(), List.of(0, 0)), 2);

    assertArrayEquals(one, other);
    assertNotEquals(one[1][2], twice[1][2]);
  }

  @Test
  void theLargestEntryOfEveryDirectionIsPositive() {
    List<long[]> documents =
        List.of(
            new long[] {1, 1, 1, 2, 3},
            new long[] {1, 2, 2, 4},
            new long[] {3, 3, 4, 4, 5},
            new long[] {2, 3, 5, 5, 5},
            new long[] {1, 4, 5});

    SubtreeVocabulary fitted = SubtreeTfIdf.fit(documents, 0, 4).vocabulary().orElseThrow();

    for (int k = 0; k < 4; k++) {
      float largest = 0;
      for (int w = 0; w < fitted.size(); w++) {
        float each = fitted.vectors()[w * 4 + k];
        largest = Math.abs(each) > Math.abs(largest) ? each : largest;
      }
      assertTrue(largest > 0, "direction " + k + ": " + largest);
    }
  }

  @Test
  void clustersAreNumberedByFallingSizeAndTiesByTheFirstName() {
    Map<String, float[]> vectors = new TreeMap<>();
    String[] groups = {"ch", "dgi", "abef"};
    for (int g = 0; g < groups.length; g++) {
      for (char name : groups[g].toCharArray()) {
        float[] vector = new float[3];
        vector[g] = 1;
        vector[(g + 1) % 3] = (name - 'a') * 1e-3f;
        vectors.put(String.valueOf(name), vector);
      }
    }
    assertEquals(List.of("a", "b", "e", "f"), members(vectors, 0));
    assertEquals(List.of("d", "g", "i"), members(vectors, 1));
    assertEquals(List.of("c", "h"), members(vectors, 2));

    vectors.remove("i");
    vectors.remove("a");
    vectors.remove("b");
    assertEquals(List.of("c", "h"), members(vectors, 0));
    assertEquals(List.of("d", "g"), members(vectors, 1));
    assertEquals(List.of("e", "f"), members(vectors, 2));
  }

  private static List<String> members(Map<String, float[]> vectors, int cluster) {
    return ArchitectureClusters.of(vectors, 3, 1).members(cluster);
  }
}
