package fennec.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import fennec.error.FennecException;

/** Typed access to the fields of a checkpoint's JSON, with messages that name file and field. */
record JsonFields(String file, JsonNode node) {

  private static final int LARGEST = 1 << 20;

  /** A whole number from 1 to 2^20. */
  int size(String key, int absent) throws FennecException {
    JsonNode field = node.path(key);
    if (field.isMissingNode() || field.isNull()) {
      return absent;
    }
    if (!field.isInt() || field.intValue() < 1 || field.intValue() > LARGEST) {
      throw new FennecException(
          file + " has " + field + " at \"" + key + "\" where a size belongs.");
    }
    return field.intValue();
  }

  /** A finite number above 0. */
  double positive(String key, double absent) throws FennecException {
    JsonNode field = node.path(key);
    if (field.isMissingNode() || field.isNull()) {
      return absent;
    }
    if (!field.isNumber() || !(field.doubleValue() > 0) || !Double.isFinite(field.doubleValue())) {
      throw new FennecException(
          file + " has " + field + " at \"" + key + "\" where a positive number belongs.");
    }
    return field.doubleValue();
  }

  /** A word; {@code absent} if the field is missing. */
  String word(String key, String absent) {
    return node.path(key).asText(absent);
  }

  /** A switch; {@code absent} if the field is missing. */
  boolean flag(String key, boolean absent) {
    return node.path(key).asBoolean(absent);
  }

  /** The object below {@code key}. */
  JsonFields below(String key) {
    return new JsonFields(file, node.path(key));
  }

  /** Three finite numbers. */
  float[] triple(String key) throws FennecException {
    JsonNode field = node.path(key);
    float[] values = new float[3];
    boolean sound = field.isArray() && field.size() == 3;
    for (int i = 0; sound && i < 3; i++) {
      values[i] = field.get(i).floatValue();
      sound = field.get(i).isNumber() && Float.isFinite(values[i]);
    }
    if (!sound) {
      throw new FennecException(file + " has no three numbers at \"" + key + "\".");
    }
    return values;
  }
}
