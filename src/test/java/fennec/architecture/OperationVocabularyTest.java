package fennec.architecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationVocabularyTest {

  /** A chain of these operations. */
  static ArchitectureGraph chain(String... operations) {
    List<GraphNode> nodes = new ArrayList<>();
    List<DataEdge> edges = new ArrayList<>();
    for (int i = 0; i < operations.length; i++) {
      nodes.add(GraphNode.of(i, "/" + operations[i] + "_" + i, operations[i]));
      if (i > 0) {
        edges.add(new DataEdge(i - 1, 0, i, 0, Optional.empty()));
      }
    }
    return new ArchitectureGraph("chain", Map.of(), nodes, edges);
  }

  @Test
  void foldedBatchNormsAndPlumbingMakeNoDifference() {
    ArchitectureGraph training =
        chain("Input", "Conv", "BatchNormalization", "Relu", "Dropout", "Flatten", "Gemm");
    ArchitectureGraph inference = chain("Input", "Conv", "Relu", "Identity", "Gemm");
    assertArrayEquals(sorted(training), sorted(inference));
  }

  @Test
  void aBatchNormBeforeTheConvolutionStays() {
    CanonicalGraph canonical =
        OperationVocabulary.canonical(chain("Input", "BatchNormalization", "Relu", "Conv"));
    assertEquals(List.of("Input", "BatchNormalization", "Relu", "Conv"), canonical.operations());
  }

  @Test
  void geluSpeltOutIsOneOperation() {
    List<GraphNode> nodes = new ArrayList<>();
    for (String op : List.of("Input", "Div", "Erf", "Add", "Mul", "Mul", "Gemm")) {
      nodes.add(GraphNode.of(nodes.size(), "/" + op + nodes.size(), op));
    }
    int[][] pairs = {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {3, 4}, {4, 5}, {5, 6}};
    List<DataEdge> edges =
        Arrays.stream(pairs).map(p -> new DataEdge(p[0], 0, p[1], 0, Optional.empty())).toList();
    CanonicalGraph canonical =
        OperationVocabulary.canonical(new ArchitectureGraph("g", Map.of(), nodes, edges));
    assertEquals(List.of("Input", "Gelu", "Gemm"), canonical.operations());
    assertEquals(List.of(List.of(), List.of(0), List.of(1)), canonical.predecessors());
  }

  @Test
  void wordsTellWhatANodeReads() {
    long[] plain = sorted(chain("Input", "Conv", "Relu"));
    long[] other = sorted(chain("Input", "Relu", "Conv"));
    assertNotEquals(Arrays.toString(plain), Arrays.toString(other));
    assertEquals(9, plain.length);
  }

  /** Reference value: FNV-1a and the finaliser of splitmix64, worked out in Python. */
  @Test
  void hashesAreTheSameOnEveryMachine() {
    assertEquals(0x1c41309333fcfa9fL, WeisfeilerLehman.hash("Conv"));
  }

  private static long[] sorted(ArchitectureGraph graph) {
    long[] words = WeisfeilerLehman.document(graph, 2);
    Arrays.sort(words);
    return words;
  }
}
