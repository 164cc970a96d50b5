package fennec.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads figures of operations: CSV with a header, names in the first column and numbers in the
 * second; or a JSON object whose keys are names and whose values are numbers.
 */
public final class NodeFiguresReader {

  private NodeFiguresReader() {}

  /**
   * Figures by name of the operation.
   *
   * @param title what they are: the head of the column, or the name of the file
   * @param values numbers, in the order of the file
   */
  public record NodeFigures(String title, Map<String, Double> values) {}

  /**
   * Reads {@code file} by its ending.
   *
   * @throws FennecException naming the first thing that is wrong, with the line
   */
  public static NodeFigures read(Path file) throws FennecException {
    String name = String.valueOf(file.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(".json")
        ? json(file, name.substring(0, name.length() - ".json".length()))
        : csv(file);
  }

  private static NodeFigures csv(Path file) throws FennecException {
    List<Complaint> complaints = new ArrayList<>();
    Optional<CsvTable> table = CsvTable.read(file, complaints);
    refuse(complaints);
    List<String> header = table.orElseThrow().header();
    if (header.size() < 2) {
      throw new FennecException(
          file + " has one column; names of operations and their figures are two.");
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (CsvTable.Row row : table.get().rows()) {
      String text = row.cells().get(1);
      if (!text.isEmpty()) {
        values.put(row.cells().get(0), number(text, new Complaint(file, row.line(), "")));
      }
    }
    return new NodeFigures(header.get(1), values);
  }

  private static double number(String text, Complaint place) throws FennecException {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new FennecException(
        place.file() + ", line " + place.line() + ": '" + text + "' is no number.");
  }

  private static NodeFigures json(Path file, String title) throws FennecException {
    List<Complaint> complaints = new ArrayList<>();
    Optional<String> text = CsvTable.text(file, complaints);
    refuse(complaints);
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(text.orElseThrow());
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new FennecException(file + ", line " + line + ": this is not JSON.", e);
    }
    if (root == null || !root.isObject()) {
      throw new FennecException(file + " is no JSON object of names and numbers.");
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : root.properties()) {
      if (!each.getValue().isNumber()) {
        throw new FennecException(file + ": the figure of '" + each.getKey() + "' is no number.");
      }
      values.put(each.getKey(), each.getValue().doubleValue());
    }
    return new NodeFigures(title, values);
  }

  private static void refuse(List<Complaint> complaints) throws FennecException {
    if (!complaints.isEmpty()) {
      throw new FennecException(complaints.get(0).sentence());
    }
  }
}
