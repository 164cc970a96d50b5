package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.DataEdge;
import fennec.architecture.GraphNode;
import fennec.architecture.TensorShape;
import fennec.architecture.Weight;
import fennec.error.FennecException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxGraphReaderTest {

  @TempDir private Path folder;

  private static NodeProto.Builder node(
      String operation, String name, String inputs, String output) {
    return NodeProto.newBuilder()
        .setOpType(operation)
        .setName(name)
        .addAllInput(Arrays.asList(inputs.split(" ")))
        .addOutput(output);
  }

  private static TensorProto.Builder floats(String name, long... sizes) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
    Arrays.stream(sizes).forEach(tensor::addDims);
    return tensor;
  }

  private static ValueInfoProto.Builder value(String name, long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape)));
  }

  private static ModelProto.Builder model(GraphProto.Builder graph, long opset) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(graph);
  }

  private static GraphProto.Builder chain() {
    return GraphProto.newBuilder()
        .addInput(value("x", 1, 4))
        .addNode(node("MatMul", "/head/MatMul", "x w", "h"))
        .addNode(node("Relu", "", "h", "y"))
        .addInitializer(floats("w", 4, 3))
        .addOutput(value("y", 1, 3));
  }

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

  private static byte[] nested(int depth) {
    GraphProto.Builder graph =
        GraphProto.newBuilder().addNode(node("Relu", "r", "x", "y")).addOutput(value("y"));
    for (int i = 0; i < depth; i++) {
      graph =
          GraphProto.newBuilder()
              .addNode(
                  node("If", "if", "c", "y")
                      .addAttribute(AttributeProto.newBuilder().setName("then_branch").setG(graph)))
              .addOutput(value("y"));
    }
    return model(graph, 13).build().toByteArray();
  }

  private static byte[] manyNodes() {
    byte[] node = GraphProto.newBuilder().addNode(node("Relu", "", "x", "")).build().toByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {8, 8});
    out.writeBytes(SparseOnnxFile.field(ModelProto.GRAPH_FIELD_NUMBER, 1_000_000L * node.length));
    for (int i = 0; i < 1_000_000; i++) {
      out.writeBytes(node);
    }
    return out.toByteArray();
  }

  private static byte[] gzipped(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static Stream<Arguments> badFiles() {
    byte[] whole = model(chain(), 13).build().toByteArray();
    byte[] packed = gzipped(whole);
    GraphProto.Builder cyclic =
        GraphProto.newBuilder()
            .addInput(value("x", 1))
            .addNode(node("Add", "a", "x back", "t"))
            .addNode(node("Relu", "b", "t", "back"))
            .addOutput(value("back"));
    GraphProto.Builder twice = chain().addNode(node("Neg", "n", "x", "y"));
    byte[] bomb = bytes(8, 8, 0x28, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1);
    byte[] damagedGzip = packed.clone();
    Arrays.fill(damagedGzip, 12, 40, (byte) 0xff);
    return Stream.of(
        Arguments.of("empty", new byte[0], "is empty."),
        Arguments.of("text", "hello".getBytes(StandardCharsets.UTF_8), "is not an ONNX file."),
        Arguments.of("json", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8), "is not an ONNX file."),
        Arguments.of("png", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10), "is not an ONNX file."),
        Arguments.of("zip", bytes('P', 'K', 3, 4, 0, 0), "is not an ONNX file."),
        Arguments.of(
            "gzipped text",
            gzipped("hello".getBytes(StandardCharsets.UTF_8)),
            "is not an ONNX file."),
        Arguments.of(
            "no graph",
            ModelProto.newBuilder().setIrVersion(8).build().toByteArray(),
            "holds no graph."),
        Arguments.of(
            "no nodes",
            model(GraphProto.newBuilder(), 13).build().toByteArray(),
            "holds a graph without operations."),
        Arguments.of(
            "old opset",
            model(chain(), 6).build().toByteArray(),
            "uses ONNX opset 6; opset 7 and later can be read."),
        Arguments.of(
            "cut",
            Arrays.copyOf(whole, whole.length - 20),
            "is cut short: a field claims 102 bytes where 86 are left."),
        Arguments.of(
            "cut gzip",
            Arrays.copyOf(packed, packed.length - 30),
            "is cut short: it ends at byte 74 inside a field."),
        Arguments.of(
            "cut gzip header",
            Arrays.copyOf(packed, 5),
            "is cut short: it ends inside the gzip header."),
        Arguments.of("damaged gzip", damagedGzip, "is damaged: its gzip data cannot be inflated."),
        Arguments.of(
            "varint bomb", bomb, "is damaged at byte 2: a number has more than ten bytes."),
        Arguments.of(
            "length bomb",
            bytes(8, 8, 0x3a, 0xff, 0xff, 0xff, 0xff, 0x7f),
            "is cut short: a field claims 34,359,738,367 bytes where 0 are left."),
        Arguments.of(
            "inner length bomb",
            bytes(8, 8, 0x3a, 4, 0x0a, 0x7f, 1, 1),
            "is damaged at byte 4: a field claims 127 bytes where 2 are left."),
        Arguments.of(
            "negative length",
            bytes(8, 8, 0x3a, 12, 0x0a, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1, 0),
            "is damaged at byte 4: a field claims a negative length."),
        Arguments.of(
            "wrong type",
            bytes(8, 8, 0x38, 1),
            "is damaged at byte 2: field 7 is of the wrong type."),
        Arguments.of(
            "group",
            bytes(8, 8, 0x3a, 2, 0x0b, 0x0c),
            "is damaged at byte 4: field 1 is of the wrong type."),
        Arguments.of(
            "field zero",
            bytes(8, 8, 0x3a, 2, 0x02, 0x00),
            "is damaged at byte 4: a field has no valid number."),
        Arguments.of(
            "negative size",
            model(chain().addInitializer(floats("neg", 3, -7)), 13).build().toByteArray(),
            "gives the tensor 'neg' the negative size -7."),
        Arguments.of(
            "cycle",
            model(cyclic, 13).build().toByteArray(),
            "is not a dataflow graph: the edge from 'a' to 'b' closes a cycle."),
        Arguments.of(
            "made twice",
            model(twice, 13).build().toByteArray(),
            "is damaged: the tensor 'y' is made twice."),
        Arguments.of(
            "deep", nested(17), "is damaged at byte 575: graphs are nested more than 16 deep."),
        Arguments.of(
            "a million nodes",
            manyNodes(),
            "has more than 100,000 operations; it is not read further."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void badFileGetsOneClearSentence(String what, byte[] bytes, String message) throws IOException {
    Path file = folder.resolve("bad.onnx");
    Files.write(file, bytes);
    FennecException e = assertThrows(FennecException.class, () -> new OnnxGraphReader().read(file));
    assertEquals(file + " " + message, e.getMessage());
  }

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("nowhere.onnx");
    FennecException e = assertThrows(FennecException.class, () -> new OnnxGraphReader().read(file));
    assertEquals("Cannot read " + file + ": no such file or folder.", e.getMessage());
  }
}
