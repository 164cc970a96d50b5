package fennec.ui.architecture;

import fennec.app.ArchitectureInspection;
import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.DataEdge;
import fennec.architecture.GraphNode;
import fennec.architecture.TensorShape;
import fennec.architecture.Weight;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.session.TargetRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Small graphs of known make, for tests of the window alone. */
public final class FakeArchitectures implements ArchitectureService {

  /** What was opened, in order. */
  public final List<String> opened = new ArrayList<>();

  /** What was ranked, in order. */
  public final List<Path> ranked = new ArrayList<>();

  /** What {@link #rankWith} gives; null for the run it was given. */
  public TargetRun answer;

  /**
   * A residual network: a convolution, {@code blocks} equal blocks of five operations, a linear
   * layer.
   */
  public static ArchitectureGraph residual(String name, int blocks, long width) {
    List<GraphNode> nodes = new ArrayList<>();
    List<DataEdge> edges = new ArrayList<>();
    TensorShape shape = TensorShape.of(1, width, 8, 8);
    nodes.add(node(0, "image", "Input", TensorShape.of(1, 3, 8, 8)));
    nodes.add(conv(1, "/stem/Conv", 3, width));
    edges.add(new DataEdge(0, 0, 1, 0, Optional.of(TensorShape.of(1, 3, 8, 8))));
    int last = 1;
    for (int b = 0; b < blocks; b++) {
      String path = "/layers/layers." + b;
      int first = nodes.size();
      nodes.add(conv(first, path + "/conv1/Conv", width, width));
      nodes.add(node(first + 1, path + "/act1/Relu", "Relu", shape));
      nodes.add(conv(first + 2, path + "/conv2/Conv", width, width));
      nodes.add(node(first + 3, path + "/Add", "Add", shape));
      nodes.add(node(first + 4, path + "/act2/Relu", "Relu", shape));
      edges.add(new DataEdge(last, 0, first, 0, Optional.of(shape)));
      for (int i = 0; i < 4; i++) {
        edges.add(new DataEdge(first + i, 0, first + i + 1, 0, Optional.of(shape)));
      }
      edges.add(new DataEdge(last, 0, first + 3, 1, Optional.of(shape)));
      last = first + 4;
    }
    int pool = nodes.size();
    nodes.add(node(pool, "/pool/GlobalAveragePool", "GlobalAveragePool", shape));
    edges.add(new DataEdge(last, 0, pool, 0, Optional.of(shape)));
    nodes.add(node(pool + 1, "scores", "Output", shape));
    edges.add(new DataEdge(pool, 0, pool + 1, 0, Optional.of(shape)));
    return new ArchitectureGraph(name, Map.of(), nodes, edges);
  }

  private static GraphNode node(int id, String name, String operation, TensorShape output) {
    return new GraphNode(
        id, name, operation, new TreeMap<>(), List.of(), List.of(Optional.of(output)));
  }

  private static GraphNode conv(int id, String name, long from, long to) {
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put("kernel_shape", "3,3");
    attributes.put("pads", "1,1,1,1");
    return new GraphNode(
        id,
        name,
        "Conv",
        attributes,
        List.of(new Weight(name + ".weight", TensorShape.of(to, from, 3, 3), true, 1)),
        List.of(Optional.of(TensorShape.of(1, to, 8, 8))));
  }

  @Override
  public List<String> names() {
    return List.of("narrow", "wide");
  }

  @Override
  public OpenGraph open(String given, Progress progress) throws FennecException {
    opened.add(given);
    if (given.startsWith("unknown")) {
      throw new FennecException("No architecture graph is known for the model '" + given + "'.");
    }
    ArchitectureGraph graph =
        given.contains("wide") ? residual(given, 6, 16) : residual(given, 4, 8);
    return OpenGraph.of(given, new ArchitectureInspection.Found(graph, List.of()));
  }

  @Override
  public Standing standing(ArchitectureGraph graph, Progress progress) {
    return new Standing(3, 41, List.of(new Archi2Vec.Neighbour("wide", 0.98)));
  }

  @Override
  public TargetRun rankWith(TargetRun run, Path file, Progress progress) {
    ranked.add(file);
    return answer == null ? run : answer;
  }
}
