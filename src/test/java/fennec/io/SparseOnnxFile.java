package fennec.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a large ONNX file of linear layers whose weights are holes that take no space on disk. */
public final class SparseOnnxFile {

  private SparseOnnxFile() {}

  /** Writes {@code layers} layers of {@code bytesEach} bytes of weights to {@code file}. */
  public static void write(Path file, int layers, long bytesEach) throws IOException {
    ByteArrayOutputStream after = new ByteArrayOutputStream();
    for (int i = 0; i < layers; i++) {
      NodeProto node =
          NodeProto.newBuilder()
              .setOpType("MatMul")
              .setName("/layer" + i + "/MatMul")
              .addInput(i == 0 ? "x" : "t" + i)
              .addInput("w" + i)
              .addOutput("t" + (i + 1))
              .build();
      after.write(GraphProto.newBuilder().addNode(node).build().toByteArray());
    }
    after.write(
        GraphProto.newBuilder()
            .addInput(ValueInfoProto.newBuilder().setName("x"))
            .addOutput(ValueInfoProto.newBuilder().setName("t" + layers))
            .build()
            .toByteArray());
    byte[] head =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
            .build()
            .toByteArray();
    long graph = after.size();
    for (int i = 0; i < layers; i++) {
      graph += tensor(i, bytesEach).length + bytesEach;
    }
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      put(channel, head);
      put(channel, field(ModelProto.GRAPH_FIELD_NUMBER, graph));
      for (int i = 0; i < layers; i++) {
        put(channel, tensor(i, bytesEach));
        channel.position(channel.position() + bytesEach);
      }
      put(channel, after.toByteArray());
    }
  }

  /** Everything of an initialiser but its numbers, which follow. */
  private static byte[] tensor(int layer, long bytes) throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.write(
        TensorProto.newBuilder()
            .addDims(1)
            .addDims(bytes / 4)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .setName("w" + layer)
            .build()
            .toByteArray());
    inner.write(field(TensorProto.RAW_DATA_FIELD_NUMBER, bytes));
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    outer.write(field(GraphProto.INITIALIZER_FIELD_NUMBER, inner.size() + bytes));
    outer.write(inner.toByteArray());
    return outer.toByteArray();
  }

  /** Tag and length of a field of bytes. */
  static byte[] field(int number, long length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, ((long) number << 3) | 2);
    varint(out, length);
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static void put(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
