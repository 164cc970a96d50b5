package fennec.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.FennecException;
import fennec.evaluate.AlphaCurve;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code {schema, alphas, quality, source}}. */
public final class AlphaCurveReader {

  private static final int SCHEMA = 1;

  /**
   * Reads {@code file}.
   *
   * @throws FennecException naming the file and what is wrong
   */
  public AlphaCurve read(Path file) throws FennecException {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new FennecException(file + " is not JSON: " + e.getOriginalMessage() + ".", e);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
    if (json.path("schema").asInt() != SCHEMA) {
      throw new FennecException(file + " holds no alpha curve of schema " + SCHEMA + ".");
    }
    try {
      return new AlphaCurve(
          numbers(json.path("alphas")),
          numbers(json.path("quality")),
          json.path("source").asText());
    } catch (IllegalArgumentException e) {
      throw new FennecException(file + " holds no curve: " + e.getMessage() + ".", e);
    }
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(each -> numbers.add(each.asDouble()));
    return numbers;
  }
}
