package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphCost;
import fennec.architecture.GraphFacts;
import fennec.architecture.GraphNode;
import fennec.error.FennecException;
import fennec.file.TensorPickle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixtures come from the script in the README beside them. */
class TorchScriptGraphReaderTest {

  private static final Path FIXTURES = Path.of("src/test/resources/fennec/io/torch");

  @TempDir private Path folder;

  private static TorchScriptGraphReader.Reading read(String name) throws FennecException {
    return new TorchScriptGraphReader().read(FIXTURES.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"traced.pt", "scripted.pt"})
  void tracedAndScriptedNetworkGiveTheSameNodes(String name) throws FennecException {
    TorchScriptGraphReader.Reading reading = read(name);
    ArchitectureGraph graph = reading.graph();
    assertEquals(List.of(), reading.notes());
    assertEquals(
        List.of(
            "x",
            "/stem/Conv",
            "/layer1/layer1.0/conv1/Conv",
            "/layer1/layer1.0/bn1/BatchNormalization",
            "/layer1/layer1.0/Add",
            "/layer1/layer1.0/relu/Relu",
            "/layer1/layer1.1/conv1/Conv",
            "/layer1/layer1.1/bn1/BatchNormalization",
            "/layer1/layer1.1/Add",
            "/layer1/layer1.1/relu/Relu",
            "/pool/GlobalAveragePool",
            "/Flatten",
            "/fc/MatMul",
            "/Split",
            "/Concat",
            "output"),
        graph.nodes().stream().map(GraphNode::name).toList());
    assertEquals(3 * 4 * 9 + 4 + 2 * (4 * 4 * 9 + 8) + 4 * 2 + 2, GraphCost.of(graph).parameters());
    assertEquals(
        List.of(1, 0),
        graph.incoming(graph.nodes().get(14)).stream().map(e -> e.output()).toList());
    assertEquals("2,2", graph.nodes().get(1).attributes().get("strides"));
  }

  @Test
  void conditionAndLoopAreSaidNotToBeFollowed() throws FennecException {
    TorchScriptGraphReader.Reading reading = read("flow.pt");
    assertEquals(
        List.of(
            "Both branches of a condition in __torch__.Flow.forward are shown.",
            "A loop in __torch__.Flow.forward is shown once."),
        reading.notes());
    assertEquals(
        Map.of("ReduceSum", 1, "Greater", 1, "MatMul", 1, "Neg", 1, "Add", 1),
        GraphFacts.operations(reading.graph()));
  }

  @Test
  void builtInEncoderIsAResidualNetwork() throws FennecException {
    Path shared = Path.of("../shared/encoders/built-in/encoder.pt");
    Path assets = Path.of("assets/encoders/built-in/encoder.pt");
    Path file = Files.exists(assets) ? assets : shared;
    assumeTrue(Files.exists(file), () -> "the built-in encoder is not there: " + file);
    TorchScriptGraphReader.Reading reading = new TorchScriptGraphReader().read(file);
    assertEquals(List.of(), reading.notes());
    assertEquals(12, GraphFacts.operations(reading.graph()).get("Conv"));
    assertEquals(9, GraphFacts.operations(reading.graph()).get("Relu"));
  }

  @Test
  void pickleThatWantsToRunAnythingIsRefused() {
    byte[] evil = "cos\nsystem\n(S'touch /tmp/owned'\ntR.".getBytes(StandardCharsets.US_ASCII);
    FennecException e = assertThrows(FennecException.class, () -> TensorPickle.read(evil, "a.pt"));
    assertEquals(
        "a.pt asks for 'os.system', which is not allowed; nothing was run.", e.getMessage());
  }

  @Test
  void badArchivesGetOneSentence() throws IOException {
    Path text = Files.writeString(folder.resolve("text.pt"), "hello");
    assertMessage(text, " is cut or no PyTorch archive: it is no zip file.");
    assertMessage(
        zip("empty.pt", Map.of("a/b", "c")), " is no PyTorch archive: it has no data.pkl.");
    assertMessage(
        zip("weights.pt", Map.of("a/data.pkl", "}.")), " holds weights without dataflow.");
    assertMessage(
        zip("root.pt", Map.of("a/data.pkl", "}.", "a/code/__torch__.py", "class Net(Module):\n")),
        " is no TorchScript archive: its root is no module.");
    assertMessage(
        zip("damaged.pt", Map.of("a/data.pkl", "(((", "a/code/__torch__.py", "")),
        ", entry data.pkl, is damaged: its pickle cannot be read.");
    assertMessage(
        zip(
            "forward.pt",
            Map.of(
                "a/data.pkl",
                "c__torch__\nNet\n)\u0081}b.",
                "a/code/__torch__.py",
                "class Net(Module):\n")),
        " has no forward in its code.");
    assertMessage(
        zip(
            "endless.pt",
            Map.of(
                "a/data.pkl",
                "c__torch__\nNet\n)\u0081}b.",
                "a/code/__torch__.py",
                "class Net(Module):\n  def forward(self: N,\n    x: Tensor) -> Tensor:\n"
                    + "    a = (self).forward(x, )\n".repeat(9)
                    + "    return a\n")),
        " has code that does not come to an end.");
  }

  private static void assertMessage(Path file, String message) {
    FennecException e =
        assertThrows(FennecException.class, () -> new TorchScriptGraphReader().read(file));
    assertEquals(file + message, e.getMessage());
  }

  private Path zip(String name, Map<String, String> entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return file;
  }
}
