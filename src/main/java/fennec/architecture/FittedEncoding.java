package fennec.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An encoding after its fit: maps any graph to a vector of fixed length. */
interface FittedEncoding {

  /** The vector of {@code graph}; the graphs of the fit are left as they are. */
  float[] embed(ArchitectureGraph graph);

  /** Words and their vectors, where the encoding has them. */
  default Optional<SubtreeVocabulary> vocabulary() {
    return Optional.empty();
  }

  /** Operation histogram over the operations of {@code graphs}; others are not counted. */
  static FittedEncoding histogram(List<ArchitectureGraph> graphs) {
    List<String> operations =
        graphs.stream()
            .flatMap(g -> g.nodes().stream())
            .map(GraphNode::operation)
            .distinct()
            .sorted()
            .toList();
    return graph -> {
      var counts =
          graph.nodes().stream()
              .collect(Collectors.groupingBy(GraphNode::operation, Collectors.counting()));
      float[] vector = new float[operations.size()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = counts.getOrDefault(operations.get(i), 0L);
      }
      return vector;
    };
  }

  /** log10 of parameters and of the longest path, each minus its mean over its deviation. */
  static FittedEncoding size(List<ArchitectureGraph> graphs) {
    double[][] raw = graphs.stream().map(FittedEncoding::logSizes).toArray(double[][]::new);
    double[] mean = new double[2];
    double[] deviation = new double[2];
    for (int k = 0; k < 2; k++) {
      int column = k;
      mean[k] = Arrays.stream(raw).mapToDouble(r -> r[column]).average().orElse(0);
      double centre = mean[k];
      deviation[k] =
          Math.sqrt(
              Arrays.stream(raw)
                  .mapToDouble(r -> (r[column] - centre) * (r[column] - centre))
                  .average()
                  .orElse(1));
    }
    return graph -> {
      double[] sizes = logSizes(graph);
      float[] vector = new float[2];
      for (int k = 0; k < 2; k++) {
        vector[k] = (float) ((sizes[k] - mean[k]) / (deviation[k] > 0 ? deviation[k] : 1));
      }
      return vector;
    };
  }

  private static double[] logSizes(ArchitectureGraph graph) {
    long parameters =
        graph.nodes().stream()
            .flatMap(n -> n.weights().stream())
            .filter(Weight::parameter)
            .collect(Collectors.toMap(Weight::name, w -> w.shape().elements(), Math::max))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    int[] layers = GraphLayers.longestPath(graph);
    int depth = Arrays.stream(layers).max().orElse(0) + 1;
    return new double[] {Math.log10(Math.max(1.0, (double) parameters)), Math.log10(depth)};
  }
}
