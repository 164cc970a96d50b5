package fennec.architecture;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What sort of work an operation does; drawings give each sort its colour. */
public enum OperationKind {
  /** Convolutions, plain and transposed. */
  CONVOLUTION(
      "Conv ConvTranspose ConvInteger QLinearConv DeformConv _convolution " + "Convolution"),
  /** Products with a weight matrix, and recurrent cells. */
  LINEAR("Gemm Linear LSTM GRU RNN addmm"),
  /** Products of two activations and what makes attention of them. */
  ATTENTION(
      "MatMul Einsum Softmax LogSoftmax Attention MultiHeadAttention "
          + "scaled_dot_product_attention bmm baddbmm"),
  /** Normalisations. */
  NORMALISATION(
      "BatchNormalization LayerNormalization InstanceNormalization "
          + "GroupNormalization RMSNormalization SimplifiedLayerNormalization "
          + "LpNormalization LRN MeanVarianceNormalization"),
  /** Non-linearities of one number. */
  ACTIVATION(
      "Relu Sigmoid Tanh Gelu Silu Swish HardSwish HardSigmoid LeakyRelu "
          + "PRelu Elu Selu Celu Clip Erf Softplus Softsign Mish Relu6 FastGelu "
          + "QuickGelu BiasGelu"),
  /** Pooling and reductions. */
  POOLING(
      "MaxPool AveragePool GlobalAveragePool GlobalMaxPool LpPool ReduceMean "
          + "ReduceSum ReduceMax ReduceMin ReduceL2 ReduceL1 ReduceProd"),
  /** Changes of shape and selections; no arithmetic. */
  SHAPE(
      "Reshape Transpose Flatten Squeeze Unsqueeze Concat Split Slice Gather "
          + "GatherND GatherElements ScatterND ScatterElements Expand Tile Pad "
          + "Shape Resize Upsample DepthToSpace SpaceToDepth Cast Identity Constant "
          + "ConstantOfShape Dropout Range"),
  /** Arithmetic element by element. */
  ELEMENTWISE(
      "Add Sub Mul Div Pow Sqrt Exp Log Neg Abs Reciprocal Mod Min Max Sum "
          + "Mean Where Sin Cos Floor Ceil Round Not And Or Equal Greater Less"),
  /** Ends of the graph and everything that is not listed. */
  OTHER("");

  private static final Map<String, OperationKind> BY_NAME = new HashMap<>();

  static {
    for (OperationKind kind : values()) {
      for (String operation : kind.operations.split(" ")) {
        BY_NAME.put(operation.toLowerCase(Locale.ROOT), kind);
      }
    }
  }

  private final String operations;

  OperationKind(String operations) {
    this.operations = operations;
  }

  /** The kind of an operation type, in any case of letters; {@link #OTHER} if it is not known. */
  public static OperationKind of(String operation) {
    return BY_NAME.getOrDefault(operation.toLowerCase(Locale.ROOT), OTHER);
  }

  /** The kind of a node: a matrix product with a weight is {@link #LINEAR}. */
  public static OperationKind of(GraphNode node) {
    OperationKind kind = of(node.operation());
    boolean weighted = node.weights().stream().anyMatch(w -> w.shape().dimensions().size() >= 2);
    return kind == ATTENTION && weighted && node.operation().equals("MatMul") ? LINEAR : kind;
  }
}
