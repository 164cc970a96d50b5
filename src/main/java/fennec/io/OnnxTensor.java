package fennec.io;

import fennec.architecture.TensorShape;
import java.util.List;

/**
 * What is kept of a tensor in a file.
 *
 * @param name name, empty for the value of an attribute
 * @param shape sizes
 * @param type element type by its number in {@code TensorProto.DataType}
 * @param data whether the file holds its numbers, here or in a file beside it
 * @param constant whether its note says that it is a constant whose numbers were left out
 * @param values the numbers of a small tensor; empty where they were not kept
 */
record OnnxTensor(
    String name, TensorShape shape, int type, boolean data, boolean constant, List<Double> values) {

  private static final int FLOAT = 1;
  private static final int FLOAT16 = 10;
  private static final int DOUBLE = 11;
  private static final int BFLOAT16 = 16;
  private static final int FIRST_FLOAT8 = 17;
  private static final int LAST_FLOAT8 = 20;

  /** Whether the elements are floating point numbers. */
  boolean isFloat() {
    return type == FLOAT
        || type == FLOAT16
        || type == DOUBLE
        || type == BFLOAT16
        || (type >= FIRST_FLOAT8 && type <= LAST_FLOAT8);
  }

  /** Whether the elements are whole numbers of at most eight bits. */
  boolean isSmallInteger() {
    return type == 2 || type == 3 || type == 21 || type == 22;
  }

  /** The same tensor with another name. */
  OnnxTensor named(String other) {
    return new OnnxTensor(other, shape, type, data, constant, values);
  }
}
