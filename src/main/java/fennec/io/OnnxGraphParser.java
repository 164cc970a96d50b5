package fennec.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import fennec.architecture.TensorShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code GraphProto} and the sub-graphs in it. */
final class OnnxGraphParser {

  static final int MAX_NODES = 100_000;
  static final int MAX_DEPTH = 16;
  private static final int MAX_TENSORS = 1_000_000;
  private static final int MAX_AXES = 64;

  private final WireReader wire;
  private final OnnxNodeParser nodeParser;
  private int depth;
  private int nodeCount;
  private int tensorCount;

  OnnxGraphParser(WireReader wire) {
    this.wire = wire;
    this.nodeParser = new OnnxNodeParser(wire, this);
  }

  /** Reads the graph of the current field. */
  OnnxGraph parse() throws IOException {
    if (++depth > MAX_DEPTH) {
      throw wire.damaged("graphs are nested more than " + MAX_DEPTH + " deep");
    }
    List<OnnxGraph.Node> nodes = new ArrayList<>();
    Map<String, OnnxTensor> constants = new LinkedHashMap<>();
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, TensorShape> shapes = new LinkedHashMap<>();
    long outer = wire.enter();
    while (wire.next()) {
      switch (wire.field()) {
        case GraphProto.NODE_FIELD_NUMBER -> {
          if (++nodeCount > MAX_NODES) {
            throw new WireException("has more than 100,000 operations; it is not read further");
          }
          nodes.add(nodeParser.parse());
        }
        case GraphProto.INITIALIZER_FIELD_NUMBER -> add(constants, OnnxTensorParser.parse(wire));
        case GraphProto.SPARSE_INITIALIZER_FIELD_NUMBER -> add(constants, sparse());
        case GraphProto.INPUT_FIELD_NUMBER -> inputs.add(valueInfo(shapes));
        case GraphProto.OUTPUT_FIELD_NUMBER -> outputs.add(valueInfo(shapes));
        case GraphProto.VALUE_INFO_FIELD_NUMBER -> valueInfo(shapes);
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    depth--;
    inputs.removeIf(constants::containsKey);
    return new OnnxGraph(nodes, constants, inputs, outputs, shapes);
  }

  private void add(Map<String, OnnxTensor> constants, OnnxTensor tensor) throws IOException {
    count();
    constants.put(tensor.name(), tensor);
  }

  private void count() throws IOException {
    if (++tensorCount > MAX_TENSORS) {
      throw new WireException("names more than 1,000,000 tensors; it is not read further");
    }
  }

  private OnnxTensor sparse() throws IOException {
    OnnxTensor values = null;
    List<Long> sizes = new ArrayList<>();
    long outer = wire.enter();
    while (wire.next()) {
      switch (wire.field()) {
        case SparseTensorProto.VALUES_FIELD_NUMBER -> values = OnnxTensorParser.parse(wire);
        case SparseTensorProto.DIMS_FIELD_NUMBER ->
            wire.numbers(
                0,
                v -> {
                  if (v < 0 || sizes.size() == MAX_AXES) {
                    throw wire.damaged("a sparse tensor has impossible sizes");
                  }
                  sizes.add(v);
                });
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    if (values == null) {
      throw wire.damaged("a sparse tensor has no values");
    }
    return new OnnxTensor(
        values.name(),
        new TensorShape(sizes),
        values.type(),
        values.data(),
        values.constant(),
        List.of());
  }

  private String valueInfo(Map<String, TensorShape> shapes) throws IOException {
    count();
    String name = "";
    TensorShape shape = null;
    long outer = wire.enter();
    while (wire.next()) {
      switch (wire.field()) {
        case ValueInfoProto.NAME_FIELD_NUMBER -> name = wire.text();
        case ValueInfoProto.TYPE_FIELD_NUMBER -> shape = type();
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    if (shape != null) {
      shapes.put(name, shape);
    }
    return name;
  }

  private TensorShape type() throws IOException {
    TensorShape shape = null;
    long outer = wire.enter();
    while (wire.next()) {
      if (wire.field() == TypeProto.TENSOR_TYPE_FIELD_NUMBER) {
        long outside = wire.enter();
        while (wire.next()) {
          if (wire.field() == TypeProto.Tensor.SHAPE_FIELD_NUMBER) {
            shape = shape();
          } else {
            wire.skip();
          }
        }
        wire.leave(outside);
      } else {
        wire.skip();
      }
    }
    wire.leave(outer);
    return shape;
  }

  private TensorShape shape() throws IOException {
    List<Long> sizes = new ArrayList<>();
    long outer = wire.enter();
    while (wire.next()) {
      if (wire.field() != TensorShapeProto.DIM_FIELD_NUMBER) {
        wire.skip();
        continue;
      }
      if (sizes.size() == MAX_AXES) {
        throw wire.damaged("a tensor has more than " + MAX_AXES + " axes");
      }
      sizes.add(dimension());
    }
    wire.leave(outer);
    return new TensorShape(sizes);
  }

  /** A size; a negative one, which some exporters write for one that is not known, becomes -1. */
  private long dimension() throws IOException {
    long size = -1;
    long outer = wire.enter();
    while (wire.next()) {
      if (wire.field() == TensorShapeProto.Dimension.DIM_VALUE_FIELD_NUMBER) {
        size = Math.max(-1, wire.number());
      } else {
        wire.skip();
      }
    }
    wire.leave(outer);
    return size;
  }
}
