package fennec.encoder;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;

/**
 * Where an encoder computes and how exactly.
 *
 * @param device of the tensor engine
 * @param half whether weights and intermediate results are in half precision
 * @param description for people, for example {@code CPU, 2 cores}
 */
record Placement(Device device, boolean half, String description) {

  /** Type of weights and intermediate results. */
  DataType type() {
    return half ? DataType.FLOAT16 : DataType.FLOAT32;
  }
}
