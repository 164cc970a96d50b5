package fennec.io;

import ai.onnx.proto.OnnxMl.TensorProto;
import fennec.architecture.TensorShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a {@code TensorProto}: name, type and sizes; the numbers only of tensors of at most 1,024
 * elements, all others are skipped without being read.
 */
final class OnnxTensorParser {

  private static final int KEPT_ELEMENTS = 1024;
  private static final int MAX_AXES = 64;

  private final WireReader wire;
  private final List<Long> dimensions = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private String name = "";
  private int type;
  private byte[] raw;
  private boolean data;
  private boolean constant;

  private OnnxTensorParser(WireReader wire) {
    this.wire = wire;
  }

  /** Reads the tensor of the current field. */
  static OnnxTensor parse(WireReader wire) throws IOException {
    return new OnnxTensorParser(wire).read();
  }

  private OnnxTensor read() throws IOException {
    long outer = wire.enter();
    while (wire.next()) {
      switch (wire.field()) {
        case TensorProto.NAME_FIELD_NUMBER -> name = wire.text();
        case TensorProto.DATA_TYPE_FIELD_NUMBER -> type = (int) wire.number();
        case TensorProto.DIMS_FIELD_NUMBER -> wire.numbers(0, this::dimension);
        case TensorProto.RAW_DATA_FIELD_NUMBER -> {
          raw = wire.bytes(KEPT_ELEMENTS * 8);
          data |= raw == null || raw.length > 0;
        }
        case TensorProto.FLOAT_DATA_FIELD_NUMBER ->
            numbers(4, v -> (double) Float.intBitsToFloat((int) v));
        case TensorProto.DOUBLE_DATA_FIELD_NUMBER -> numbers(8, Double::longBitsToDouble);
        case TensorProto.INT32_DATA_FIELD_NUMBER, TensorProto.INT64_DATA_FIELD_NUMBER ->
            numbers(0, v -> (double) v);
        case TensorProto.EXTERNAL_DATA_FIELD_NUMBER -> {
          data = true;
          wire.skip();
        }
        case TensorProto.DOC_STRING_FIELD_NUMBER -> constant = isConstantNote(wire.bytes(64));
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    for (long size : dimensions) {
      if (size < 0) {
        throw new WireException("gives the tensor '" + name + "' the negative size " + size);
      }
    }
    TensorShape shape = new TensorShape(dimensions);
    return new OnnxTensor(name, shape, type, data || shape.elements() == 0, constant, kept(shape));
  }

  private static boolean isConstantNote(byte[] note) {
    return note != null
        && new String(note, java.nio.charset.StandardCharsets.UTF_8).equals("constant");
  }

  private void dimension(long size) throws IOException {
    if (dimensions.size() == MAX_AXES) {
      throw wire.damaged("a tensor has more than " + MAX_AXES + " axes");
    }
    dimensions.add(size);
  }

  /** Keeps the first numbers and goes over the rest. */
  private void numbers(int size, Decoder decoder) throws IOException {
    data = true;
    if (values.size() > KEPT_ELEMENTS) {
      wire.skip();
      return;
    }
    wire.numbers(
        size,
        v -> {
          if (values.size() <= KEPT_ELEMENTS) {
            values.add(decoder.decode(v));
          }
        });
  }

  /** Turns 64 bits into a number. */
  private interface Decoder {
    double decode(long bits);
  }

  private List<Double> kept(TensorShape shape) {
    long elements = shape.elements();
    if (elements < 0 || elements > KEPT_ELEMENTS) {
      return List.of();
    }
    if (raw != null && raw.length > 0) {
      return decoded((int) elements);
    }
    return values.size() == elements ? values : List.of();
  }

  private List<Double> decoded(int elements) {
    int width = widthOf(type);
    if (width == 0 || raw.length != elements * width) {
      return List.of();
    }
    ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    List<Double> numbers = new ArrayList<>(elements);
    for (int i = 0; i < elements; i++) {
      numbers.add(
          switch (type) {
            case TensorProto.DataType.FLOAT_VALUE -> (double) bytes.getFloat();
            case TensorProto.DataType.DOUBLE_VALUE -> bytes.getDouble();
            case TensorProto.DataType.INT32_VALUE -> (double) bytes.getInt();
            case TensorProto.DataType.INT64_VALUE -> (double) bytes.getLong();
            default -> (double) bytes.get();
          });
    }
    return numbers;
  }

  private static int widthOf(int type) {
    return switch (type) {
      case TensorProto.DataType.FLOAT_VALUE, TensorProto.DataType.INT32_VALUE -> 4;
      case TensorProto.DataType.DOUBLE_VALUE, TensorProto.DataType.INT64_VALUE -> 8;
      case TensorProto.DataType.BOOL_VALUE, TensorProto.DataType.INT8_VALUE -> 1;
      default -> 0;
    };
  }
}
