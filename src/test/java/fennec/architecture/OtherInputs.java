package fennec.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Graphs with other shapes than their file states, to compare what is inferred with published
 * figures.
 */
public final class OtherInputs {

  private OtherInputs() {}

  /** The same graph without the shapes that the file states, but for those of the inputs. */
  public static ArchitectureGraph withoutShapes(ArchitectureGraph graph) {
    return withInputs(graph, node -> node.outputs());
  }

  /**
   * The same network run on an image of another size: every image among the inputs (four axes) gets
   * the side {@code side}, and all shapes are inferred anew. Where the file has sizes built in, as
   * transformers do in their Reshape targets, shapes come out unknown; see {@link
   * GraphCost#unknown}.
   */
  public static ArchitectureGraph atInputSize(ArchitectureGraph graph, long side) {
    return ShapeInference.infer(
        withInputs(
            graph,
            node -> node.outputs().stream().map(s -> s.map(i -> resized(i, side))).toList()));
  }

  private static TensorShape resized(TensorShape shape, long side) {
    List<Long> sizes = shape.dimensions();
    return sizes.size() == 4 ? TensorShape.of(sizes.get(0), sizes.get(1), side, side) : shape;
  }

  private static ArchitectureGraph withInputs(
      ArchitectureGraph graph, Function<GraphNode, List<Optional<TensorShape>>> inputs) {
    List<GraphNode> nodes = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      nodes.add(
          node.withOutputs(
              node.operation().equals("Input")
                  ? inputs.apply(node)
                  : Collections.nCopies(node.outputs().size(), Optional.empty())));
    }
    List<DataEdge> edges =
        graph.edges().stream()
            .map(e -> new DataEdge(e.from(), e.output(), e.to(), e.input(), Optional.empty()))
            .toList();
    return new ArchitectureGraph(graph.name(), graph.metadata(), nodes, edges);
  }
}
