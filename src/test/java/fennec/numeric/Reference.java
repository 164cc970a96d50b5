package fennec.numeric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.ejml.data.DMatrixRMaj;

/** Reference values beside the tests, each file naming the libraries and versions that made it. */
final class Reference {

  private Reference() {}

  static JsonNode read(String name) {
    try (InputStream in = Reference.class.getResourceAsStream(name + ".json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DMatrixRMaj matrix(JsonNode rows) {
    double[][] values = new double[rows.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector(rows.get(i));
    }
    return new DMatrixRMaj(values);
  }

  static double[] vector(JsonNode values) {
    double[] vector = new double[values.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = values.get(i).asDouble();
    }
    return vector;
  }

  static int[] labels(JsonNode values) {
    int[] labels = new int[values.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = values.get(i).asInt();
    }
    return labels;
  }
}
