package fennec.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.io.ArchitectureAtlas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeInferenceTest {

  /**
   * One node: inputs as shapes {@code 1x3x8x8}, or constants {@code [1;-1]}; attributes {@code a=b
   * c=d}; expected outputs by blanks, {@code ?} for none.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Relu              | 1x3x8x8             | -                                     | 1x3x8x8
          Add               | 1x3x1x8 3x5x1       | -                                     | 1x3x5x8
          Add               | 2x3 4x3             | -                                     | ?
          Where             | 4x1 1x5 1           | -                                     | 4x5
          Conv              | 1x3x9x9 6x3x3x3     | strides=2,2 pads=1,1,1,1              | 1x6x5x5
          Conv              | 1x3x9x9 6x3x3x3     | auto_pad=SAME_UPPER strides=2,2       | 1x6x5x5
          Conv              | 1x3x9x9 6x3x3x3     | auto_pad=VALID strides=2,2            | 1x6x4x4
          Conv              | 1x3x2x2 6x3x3x3     | -                                     | ?
          Conv              | 1x3x9x9 6x3x3x3     | dilations=2,2                         | 1x6x5x5
          ConvTranspose     | 1x8x7x7 8x6x2x2     | strides=2,2                           | 1x6x14x14
          ConvTranspose     | 1x8x7x7 8x6x3x3     | strides=2,2 pads=1,1,1,1 output_padding=1,1 | 1x6x14x14
          MaxPool           | 1x8x7x7             | kernel_shape=2,2 strides=2,2          | 1x8x3x3
          MaxPool           | 1x8x7x7             | kernel_shape=2,2 strides=2,2 ceil_mode=1 | 1x8x4x4
          MaxPool           | 1x8x6x6             | kernel_shape=2,2 strides=3,3 ceil_mode=1 | 1x8x2x2
          GlobalAveragePool | 1x8x7x7             | -                                     | 1x8x1x1
          Pad               | 1x8x7x7 [0;0;1;1;0;0;2;2] | -                               | 1x8x10x10
          Pad               | 1x8x7x7             | pads=0,0,1,1,0,0,2,2                  | 1x8x10x10
          Resize            | 1x8x7x7 - [1;1;2;2] | -                                     | 1x8x14x14
          Resize            | 1x8x7x7 - - [1;8;9;9] | -                                   | 1x8x9x9
          Upsample          | 1x8x7x7 [1;1;2;2]   | -                                     | 1x8x14x14
          DepthToSpace      | 1x8x7x7             | blocksize=2                           | 1x2x14x14
          SpaceToDepth      | 1x2x14x14           | blocksize=2                           | 1x8x7x7
          Gemm              | 3x4 5x4             | transB=1                              | 3x5
          MatMul            | 1x12x7x4 12x4x9     | -                                     | 1x12x7x9
          MatMul            | 4 4x9               | -                                     | 9
          Einsum            | 2x3x4 4x5           | equation=abc,cd->abd                  | 2x3x5
          LSTM              | 9x4x5 2x24x5 2x24x6 | hidden_size=6                         | 9x2x4x6 2x4x6 2x4x6
          Reshape           | 1x8x7x7 [0;-1]      | -                                     | 1x392
          Reshape           | 1x8x7x7 [3;5]       | -                                     | ?
          Flatten           | 2x8x7x7             | -                                     | 2x392
          Transpose         | 2x3x4               | perm=0,2,1                            | 2x4x3
          Transpose         | 2x3x4               | -                                     | 4x3x2
          Squeeze           | 1x3x1x4             | -                                     | 3x4
          Squeeze           | 1x3x1x4 [-2]        | -                                     | 1x3x4
          Unsqueeze         | 3x4 [0;-1]          | -                                     | 1x3x4x1
          Unsqueeze         | 3x4                 | axes=1                                | 3x1x4
          Concat            | 1x3x4 1x5x4         | axis=1                                | 1x8x4
          Split             | 1x7x4 [3;4]         | axis=1                                | 1x3x4 1x4x4
          Split             | 1x7x4               | axis=1 split=3,4                      | 1x3x4 1x4x4
          Split             | 1x7x4               | axis=1 num_outputs=2                  | 1x4x4 1x3x4
          Expand            | 3x1 [2;1;6]         | -                                     | 2x3x6
          Tile              | 3x4 [2;3]           | -                                     | 6x12
          ReduceMean        | 2x3x4               | axes=-1 keepdims=0                    | 2x3
          ReduceMean        | 2x3x4 [1]           | keepdims=1                            | 2x1x4
          ReduceSum         | 2x3x4               | keepdims=0                            | scalar
          ArgMax            | 2x3x4               | axis=1 keepdims=0                     | 2x4
          Slice             | 1x9x4 [1] [2147483647] [1] [2] | -                          | 1x4x4
          Slice             | 1x9x4 [-1] [-10] [1] [-1] | -                               | 1x9x4
          Slice             | 1x9x4               | starts=1 ends=3 axes=1                | 1x2x4
          Gather            | 5x6 2x3             | axis=1                                | 5x2x3
          GatherND          | 5x6x7 4x2           | -                                     | 4x7
          GatherElements    | 5x6 2x6             | axis=0                                | 2x6
          Shape             | 5x6x7               | -                                     | 3
          Size              | 5x6x7               | -                                     | scalar
          ConstantOfShape   | [2;3]               | -                                     | 2x3
          Range             | [0] [10] [3]        | -                                     | 4
          TopK              | 2x9 [4]             | axis=-1                               | 2x4 2x4
          OneHot            | 2x9 [4]             | -                                     | 2x9x4
          Attention         | 1x2x9x4 1x2x7x4 1x2x7x5 | -                                 | 1x2x9x5
          QLinearConv       | 1x3x9x9 1 1 6x3x3x3 | -                                     | 1x6x7x7
          BatchNormalization | 2x5x7 5 5 5 5      | training_mode=1                       | 2x5x7 5 5
          NoSuchOperation   | 2x9                 | -                                     | ?
          """)
  void outputsFollowFromInputs(
      String operation, String inputs, String attributes, String expected) {
    GraphNode node = inferred(operation, inputs, attributes);
    String outputs =
        node.outputs().isEmpty()
            ? "?"
            : String.join(
                " ",
                node.outputs().stream()
                    .map(
                        o ->
                            o.map(s -> s.dimensions().isEmpty() ? "scalar" : s.toString())
                                .orElse("?"))
                    .toList());
    assertEquals(expected.replace('x', '×'), outputs);
  }

  private static GraphNode inferred(String operation, String inputs, String attributes) {
    List<GraphNode> nodes = new ArrayList<>();
    List<DataEdge> edges = new ArrayList<>();
    List<Weight> weights = new ArrayList<>();
    String[] given = inputs.split(" ");
    for (int i = 0; i < given.length; i++) {
      if (given[i].startsWith("[")) {
        List<Double> values =
            Arrays.stream(given[i].substring(1, given[i].length() - 1).split(";"))
                .map(Double::valueOf)
                .toList();
        weights.add(new Weight("c" + i, TensorShape.of(values.size()), false, i, values));
      } else if (!given[i].equals("-")) {
        TensorShape shape =
            new TensorShape(Arrays.stream(given[i].split("x")).map(Long::valueOf).toList());
        nodes.add(
            new GraphNode(
                i, "in" + i, "Input", new TreeMap<>(), List.of(), List.of(Optional.of(shape))));
        edges.add(new DataEdge(i, 0, 99, i, Optional.empty()));
      }
    }
    TreeMap<String, String> named = new TreeMap<>();
    if (attributes != null) {
      for (String pair : attributes.split(" ")) {
        named.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
      }
    }
    nodes.add(new GraphNode(99, "it", operation, named, weights, List.of()));
    return ShapeInference.infer(new ArchitectureGraph("g", Map.of(), nodes, edges)).node(99);
  }

  @Test
  void reshapeTargetComputedFromShapesIsFollowed() {
    GraphNode in =
        new GraphNode(
            0,
            "in",
            "Input",
            new TreeMap<>(),
            List.of(),
            List.of(Optional.of(TensorShape.of(2, 3, 4))));
    Weight one = new Weight("i", TensorShape.of(1), false, 1, List.of(1.0));
    Weight open = new Weight("o", TensorShape.of(1), false, 1, List.of(-1.0));
    List<Optional<TensorShape>> none = Collections.nCopies(1, Optional.empty());
    ArchitectureGraph graph =
        new ArchitectureGraph(
            "g",
            Map.of(),
            List.of(
                in,
                new GraphNode(1, "s", "Shape", new TreeMap<>(), List.of(), none),
                new GraphNode(2, "g", "Gather", new TreeMap<>(), List.of(one), none),
                new GraphNode(
                    3, "c", "Concat", new TreeMap<>(Map.of("axis", "0")), List.of(open), none),
                new GraphNode(4, "r", "Reshape", new TreeMap<>(), List.of(), none)),
            List.of(
                new DataEdge(0, 0, 1, 0, Optional.empty()),
                new DataEdge(1, 0, 2, 0, Optional.empty()),
                new DataEdge(2, 0, 3, 0, Optional.empty()),
                new DataEdge(0, 0, 4, 0, Optional.empty()),
                new DataEdge(3, 0, 4, 1, Optional.empty())));
    assertEquals(
        List.of(Optional.of(TensorShape.of(3, 8))), ShapeInference.infer(graph).node(4).outputs());
  }

  @Test
  void withoutTheStatedShapesTheSameComeOutForTheAtlas() throws FennecException {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
    int same = 0;
    int total = 0;
    int position = 0;
    for (String name : atlas.entries().keySet()) {
      if (position++ % 4 != 0) {
        continue; // every fourth keeps this test quick; GraphCostBench compares all
      }
      ArchitectureGraph graph = atlas.graph(name);
      ArchitectureGraph inferred = ShapeInference.infer(OtherInputs.withoutShapes(graph));
      for (GraphNode node : graph.nodes()) {
        if (!node.outputs().isEmpty() && node.outputs().get(0).isPresent()) {
          total++;
          same += inferred.node(node.id()).outputs().equals(node.outputs()) ? 1 : 0;
        }
      }
    }
    assertTrue(total > 30_000, () -> "too few nodes");
    assertTrue(same >= 0.975 * total, same + " of " + total);
  }
}
