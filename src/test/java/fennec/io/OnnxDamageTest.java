package fennec.io;

import static fennec.io.OnnxModels.chain;
import static fennec.io.OnnxModels.floats;
import static fennec.io.OnnxModels.model;
import static fennec.io.OnnxModels.node;
import static fennec.io.OnnxModels.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import fennec.error.FennecException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that is no sound ONNX graph gets one sentence that says what and where. */
class OnnxDamageTest {

  @TempDir private Path folder;

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
