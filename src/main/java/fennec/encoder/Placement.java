package fennec.encoder;

import ai.djl.ndarray.types.DataType;

/**
 * Where an encoder computes and how exactly.
 *
 * @param choice of the device
 * @param half whether weights and intermediate results are in half precision
 */
record Placement(Devices.Choice choice, boolean half) {

  /** Type of weights and intermediate results. */
  DataType type() {
    return half ? DataType.FLOAT16 : DataType.FLOAT32;
  }

  /** For people, for example {@code CPU, 2 threads}. */
  String description() {
    return choice.title() + (half ? ", half precision" : "");
  }
}
