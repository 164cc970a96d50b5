package fennec.io;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;

/** Small ONNX files for tests, made by the classes of the format. */
final class OnnxModels {

  private OnnxModels() {}

  /** A node; {@code inputs} are names between spaces. */
  static NodeProto.Builder node(String operation, String name, String inputs, String output) {
    return NodeProto.newBuilder()
        .setOpType(operation)
        .setName(name)
        .addAllInput(Arrays.asList(inputs.split(" ")))
        .addOutput(output);
  }

  /** A tensor of floats without data. */
  static TensorProto.Builder floats(String name, long... sizes) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
    Arrays.stream(sizes).forEach(tensor::addDims);
    return tensor;
  }

  /** An input or output of the graph. */
  static ValueInfoProto.Builder value(String name, long... sizes) {
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

  /** A whole file. */
  static ModelProto.Builder model(GraphProto.Builder graph, long opset) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(graph);
  }

  /** A product with a weight and a Relu. */
  static GraphProto.Builder chain() {
    return GraphProto.newBuilder()
        .addInput(value("x", 1, 4))
        .addNode(node("MatMul", "/head/MatMul", "x w", "h"))
        .addNode(node("Relu", "", "h", "y"))
        .addInitializer(floats("w", 4, 3))
        .addOutput(value("y", 1, 3));
  }
}
