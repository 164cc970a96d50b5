package fennec.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fennec.error.FennecException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects tensors and writes them as one safetensors file, whole or not at all. The bytes depend
 * on names and values only: tensors stand in the order of their element size (largest first, which
 * keeps them aligned), then of their names; metadata in the order of its keys.
 */
public final class SafetensorsWriter {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ALIGNMENT = 8;
  private static final int PIECE = 1 << 13;

  private final SortedMap<String, Tensor> tensors = new TreeMap<>();
  private final SortedMap<String, String> metadata = new TreeMap<>();

  @FunctionalInterface
  private interface Element {
    void put(ByteBuffer buffer, int index);
  }

  private record Tensor(String name, TensorType type, long[] shape, int count, Element element) {}

  /** Adds an entry to {@code __metadata__}. */
  public SafetensorsWriter metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /** Adds singles, kept as they are; {@code values} is not copied. */
  public SafetensorsWriter f32(String name, float[] values, long... shape) {
    return add(name, TensorType.F32, values.length, (b, i) -> b.putFloat(values[i]), shape);
  }

  /** Adds singles, rounded to half precision; {@code values} is not copied. */
  public SafetensorsWriter f16(String name, float[] values, long... shape) {
    return add(
        name,
        TensorType.F16,
        values.length,
        (b, i) -> b.putShort(HalfPrecision.fromFloat(values[i])),
        shape);
  }

  /** Adds 32-bit integers; {@code values} is not copied. */
  public SafetensorsWriter i32(String name, int[] values, long... shape) {
    return add(name, TensorType.I32, values.length, (b, i) -> b.putInt(values[i]), shape);
  }

  /** Adds 64-bit integers; {@code values} is not copied. */
  public SafetensorsWriter i64(String name, long[] values, long... shape) {
    return add(name, TensorType.I64, values.length, (b, i) -> b.putLong(values[i]), shape);
  }

  /** Adds bytes, unsigned; {@code values} is not copied. */
  public SafetensorsWriter u8(String name, byte[] values, long... shape) {
    return add(name, TensorType.U8, values.length, (b, i) -> b.put(values[i]), shape);
  }

  private SafetensorsWriter add(
      String name, TensorType type, int count, Element element, long... shape) {
    long elements = 1;
    for (long axis : shape) {
      elements = Math.multiplyExact(elements, axis);
    }
    if (elements != count) {
      throw new IllegalArgumentException(name + ": " + count + " values for " + elements);
    }
    if (name.equals("__metadata__")
        || tensors.put(name, new Tensor(name, type, shape.clone(), count, element)) != null) {
      throw new IllegalArgumentException("the name " + name + " is taken");
    }
    return this;
  }

  /**
   * Writes everything added so far to {@code target}.
   *
   * @throws FennecException naming the file and the reason, with nothing left half-written
   */
  public void write(Path target) throws FennecException {
    List<Tensor> inOrder = new ArrayList<>(tensors.values());
    inOrder.sort(
        Comparator.comparingInt((Tensor t) -> -t.type().bytes()).thenComparing(Tensor::name));
    byte[] header = header(inOrder).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        target,
        out -> {
          out.write(lengthOf(header));
          out.write(header);
          for (Tensor tensor : inOrder) {
            write(tensor, out);
          }
        });
  }

  private String header(List<Tensor> inOrder) {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode node = root.putObject("__metadata__");
      for (Map.Entry<String, String> entry : metadata.entrySet()) {
        node.put(entry.getKey(), entry.getValue());
      }
    }
    long offset = 0;
    for (Tensor tensor : inOrder) {
      ObjectNode node = root.putObject(tensor.name());
      node.put("dtype", tensor.type().name());
      var shape = node.putArray("shape");
      for (long axis : tensor.shape()) {
        shape.add(axis);
      }
      long end = offset + (long) tensor.count() * tensor.type().bytes();
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    String text = root.toString();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return text + " ".repeat(Math.floorMod(-length, ALIGNMENT));
  }

  private static void write(Tensor tensor, OutputStream out) throws IOException {
    byte[] piece = new byte[PIECE * tensor.type().bytes()];
    ByteBuffer buffer = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tensor.count(); ) {
      buffer.clear();
      for (int end = Math.min(tensor.count(), i + PIECE); i < end; i++) {
        tensor.element().put(buffer, i);
      }
      out.write(piece, 0, buffer.position());
    }
  }

  private static byte[] lengthOf(byte[] header) {
    byte[] length = new byte[Long.BYTES];
    ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length);
    return length;
  }
}
