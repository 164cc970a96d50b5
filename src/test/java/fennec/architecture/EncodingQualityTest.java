package fennec.architecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EncodingQualityTest {

  /** Reference values: sklearn 1.9.1, adjusted_rand_score. */
  @Test
  void adjustedRandIndexAgreesWithReferenceValues() {
    assertEquals(
        0.24242424242424243,
        EncodingQuality.adjustedRand(List.of(0, 0, 1, 1, 2, 2), List.of(0, 0, 0, 1, 1, 1)),
        1e-12);
    assertEquals(
        -0.5, EncodingQuality.adjustedRand(List.of(0, 0, 1, 1), List.of(0, 1, 0, 1)), 1e-12);
    assertEquals(
        1, EncodingQuality.adjustedRand(List.of(0, 0, 1, 1), List.of("b", "b", "a", "a")), 1e-12);
  }

  @Test
  void clustersFindSeparatedGroupsAndTheirNumber() {
    SplittableRandom random = new SplittableRandom(7);
    SortedMap<String, float[]> vectors = new TreeMap<>();
    for (int i = 0; i < 40; i++) {
      float[] vector = new float[6];
      vector[i % 4] = 1;
      for (int k = 0; k < 6; k++) {
        vector[k] += (float) (0.02 * random.nextDouble());
      }
      vectors.put("g" + i, vector);
    }
    ArchitectureClusters clusters = ArchitectureClusters.choose(vectors, 1, Progress.NONE);
    assertEquals(4, clusters.count());
    assertTrue(clusters.silhouette() > 0.9);
    List<Integer> expected = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    vectors.forEach(
        (name, vector) -> {
          expected.add(Integer.parseInt(name.substring(1)) % 4);
          found.add(clusters.clusterOf().get(name));
          assertEquals(clusters.clusterOf().get(name), clusters.assign(vector));
        });
    assertEquals(1, EncodingQuality.adjustedRand(expected, found), 1e-12);
    assertEquals(
        clusters.clusterOf(), ArchitectureClusters.choose(vectors, 1, Progress.NONE).clusterOf());
  }

  @Test
  void aCountThatCannotBeIsRefused() {
    Map<String, float[]> one = Map.of("a", new float[] {1});
    assertThrows(IllegalArgumentException.class, () -> ArchitectureClusters.of(one, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> ArchitectureClusters.of(one, 0, 1));
  }

  @Test
  void graph2vecIsTheSameForASeedAndInfersNearItsTraining() {
    List<ArchitectureGraph> graphs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String[] operations = new String[60];
      for (int k = 0; k < operations.length; k++) {
        operations[k] = List.of("Conv", "Relu", "Add", "MatMul", "Softmax").get((k * (i + 1)) % 5);
      }
      ArchitectureGraph chain = OperationVocabularyTest.chain(operations);
      graphs.add(new ArchitectureGraph("g" + i, Map.of(), chain.nodes(), chain.edges()));
    }
    var settings = new Archi2Vec.Settings(ArchitectureEncoding.GRAPH2VEC, 16, 2, 100, 0.025, 3);
    Archi2Vec first = Archi2Vec.fit(graphs, settings, Progress.NONE);
    Archi2Vec second = Archi2Vec.fit(graphs, settings, Progress.NONE);
    for (String name : first.names()) {
      assertArrayEquals(first.vector(name), second.vector(name));
    }
    Archi2Vec restored = Archi2Vec.restore(first.state());
    assertArrayEquals(first.embed(graphs.get(2)), restored.embed(graphs.get(2)));
  }
}
