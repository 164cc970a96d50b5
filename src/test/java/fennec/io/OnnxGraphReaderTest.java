package fennec.io;

import static fennec.io.OnnxModels.chain;
import static fennec.io.OnnxModels.floats;
import static fennec.io.OnnxModels.model;
import static fennec.io.OnnxModels.node;
import static fennec.io.OnnxModels.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.DataEdge;
import fennec.architecture.GraphNode;
import fennec.architecture.TensorShape;
import fennec.architecture.Weight;
import fennec.error.FennecException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the graph of a sound ONNX file holds. */
class OnnxGraphReaderTest {

  @TempDir private Path folder;

  private ArchitectureGraph read(ModelProto.Builder model) throws IOException, FennecException {
    return read(model.build().toByteArray());
  }

  private ArchitectureGraph read(byte[] bytes) throws IOException, FennecException {
    Path file = folder.resolve("net.onnx");
    Files.write(file, bytes);
    return new OnnxGraphReader().read(file);
  }

  private static GraphNode named(ArchitectureGraph graph, String name) {
    return graph.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void nodesEdgesShapesAndWeightsAreThoseOfTheFile() throws IOException, FennecException {
    ArchitectureGraph graph = read(model(chain(), 13));
    assertEquals("net", graph.name());
    assertEquals(
        List.of("Input x", "MatMul /head/MatMul", "Relu Relu_1", "Output y"),
        graph.nodes().stream().map(n -> n.operation() + " " + n.name()).toList());
    assertEquals(
        List.of(new Weight("w", TensorShape.of(4, 3), true, 1)),
        named(graph, "/head/MatMul").weights());
    assertEquals(new DataEdge(2, 0, 3, 0, Optional.of(TensorShape.of(1, 3))), graph.edges().get(2));
    assertEquals("13", graph.metadata().get("opset"));
  }

  @Test
  void gzippedFileGivesTheSameGraph() throws IOException, FennecException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(model(chain(), 13).build().toByteArray());
    }
    assertEquals(read(model(chain(), 13)).nodes(), read(packed.toByteArray()).nodes());
  }

  @Test
  void constantNodesBecomeWeightsWithTheirValues() throws IOException, FennecException {
    TensorProto target =
        TensorProto.newBuilder().setDataType(7).addDims(2).addInt64Data(3).addInt64Data(-1).build();
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(value("x", 1, 12))
            .addNode(
                NodeProto.newBuilder()
                    .setOpType("Constant")
                    .addOutput("c")
                    .addAttribute(
                        AttributeProto.newBuilder()
                            .setName("value")
                            .setType(AttributeProto.AttributeType.TENSOR)
                            .setT(target)))
            .addNode(node("Reshape", "r", "x c", "y"))
            .addOutput(value("y"));
    assertEquals(
        List.of(new Weight("c", TensorShape.of(2), false, 1, List.of(3.0, -1.0))),
        named(read(model(graph, 13)), "r").weights());
  }

  @Test
  void branchesAreInlinedBeforeTheirNode() throws IOException, FennecException {
    GraphProto.Builder then =
        GraphProto.newBuilder().addNode(node("Relu", "a", "x", "t")).addOutput(value("t"));
    GraphProto.Builder otherwise =
        GraphProto.newBuilder().addNode(node("Neg", "/b", "x", "e")).addOutput(value("e"));
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(value("x", 1))
            .addInput(value("c", 1))
            .addNode(
                node("If", "choose", "c", "y")
                    .addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(then))
                    .addAttribute(
                        AttributeProto.newBuilder().setName("else_branch").setG(otherwise)))
            .addOutput(value("y"));
    ArchitectureGraph read = read(model(graph, 13));
    assertEquals(
        List.of("x", "choose/then_branch/a", "choose/else_branch/b"),
        Stream.of("choose/then_branch/a", "choose/else_branch/b")
            .flatMap(
                n ->
                    Stream.concat(
                        read.incoming(named(read, n)).stream().map(e -> read.node(e.from()).name()),
                        Stream.of(n)))
            .distinct()
            .toList());
    assertEquals(
        List.of("c", "choose/then_branch/a", "choose/else_branch/b"),
        read.incoming(named(read, "choose")).stream()
            .map(e -> read.node(e.from()).name())
            .toList());
  }

  @Test
  void loopBodyReadsWhatItsLoopIsGiven() throws IOException, FennecException {
    GraphProto.Builder body =
        GraphProto.newBuilder()
            .addInput(value("i"))
            .addInput(value("go"))
            .addInput(value("state"))
            .addNode(node("Add", "step", "state i", "next"))
            .addOutput(value("go"))
            .addOutput(value("next"));
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(value("x", 1))
            .addInput(value("n", 1))
            .addNode(
                node("Loop", "repeat", "n", "y")
                    .addInput("")
                    .addInput("x")
                    .addAttribute(AttributeProto.newBuilder().setName("body").setG(body)))
            .addOutput(value("y"));
    ArchitectureGraph read = read(model(graph, 13));
    assertEquals(
        List.of("x"),
        read.incoming(named(read, "repeat/body/step")).stream()
            .map(e -> read.node(e.from()).name())
            .toList());
    assertTrue(!read.metadata().containsKey("missing_inputs"));
  }

  @Test
  void parametersAreToldFromConstantsStatisticsAndBuffers() throws IOException, FennecException {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .addInput(value("x", 1, 2, 4, 4))
            .addNode(node("BatchNormalization", "bn", "x g b m v", "h"))
            .addNode(node("Mul", "mul", "h scale", "k"))
            .addNode(node("Add", "mask", "k blocks.0.attn_mask", "y"))
            .addInitializer(floats("g", 2).addFloatData(1).addFloatData(1))
            .addInitializer(floats("b", 2).addFloatData(1).addFloatData(1))
            .addInitializer(floats("m", 2).addFloatData(1).addFloatData(1))
            .addInitializer(floats("v", 2).addFloatData(1).addFloatData(1))
            .addInitializer(floats("scale").addFloatData(1))
            .addInitializer(floats("blocks.0.attn_mask", 2).addFloatData(1).addFloatData(1))
            .addOutput(value("y"));
    assertEquals(
        List.of("g", "b"),
        read(model(graph, 13)).nodes().stream()
            .flatMap(n -> n.weights().stream())
            .filter(Weight::parameter)
            .map(Weight::name)
            .toList());
  }

  @Test
  void externalDataCountsWithoutItsFile() throws IOException, FennecException {
    GraphProto.Builder graph = chain();
    graph
        .getInitializerBuilder(0)
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalDataBuilder()
        .setKey("location")
        .setValue("../../etc/passwd");
    assertTrue(named(read(model(graph, 13)), "/head/MatMul").weights().get(0).parameter());
  }

  @Test
  void inputThatNothingMakesIsCounted() throws IOException, FennecException {
    GraphProto.Builder graph = chain().addNode(node("Add", "add", "h lost", "z"));
    assertEquals("1", read(model(graph, 13)).metadata().get("missing_inputs"));
  }

  @Test
  void modulePathComesFromTheScopesOfTheNewerExporter() {
    assertEquals(
        "/layer1/layer1.0/conv1/Conv",
        ModuleScopes.path("['', 'layer1', 'layer1.0', 'layer1.0.conv1', 'conv2d']", "Conv"));
    assertEquals("/Add", ModuleScopes.path("['', 'add']", "Add"));
  }

  @Test
  void weightsOfHundredsOfMegabytesAreSkipped() throws IOException, FennecException {
    Path file = folder.resolve("large.onnx");
    SparseOnnxFile.write(file, 40, 16L << 20);
    assertTrue(Files.size(file) > 640L << 20);
    ArchitectureGraph graph =
        Assertions.assertTimeout(Duration.ofSeconds(3), () -> new OnnxGraphReader().read(file));
    assertEquals(42, graph.nodes().size());
    assertEquals(
        TensorShape.of(1, 4L << 20), named(graph, "/layer39/MatMul").weights().get(0).shape());
  }
}
