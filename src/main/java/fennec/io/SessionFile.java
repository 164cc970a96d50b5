package fennec.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes {@link SavedSession}s as {@code .fennec.json}, schema 1. */
public final class SessionFile {

  /** The ending of a session's name. */
  public static final String ENDING = ".fennec.json";

  private static final int SCHEMA = 1;
  private static final long MOST_BYTES = 64L << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private SessionFile() {}

  /**
   * Writes {@code session} to {@code file}, whole or not at all.
   *
   * @throws FennecException if the file cannot be written
   */
  public static void write(Path file, SavedSession session) throws FennecException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.set("sources", JSON.valueToTree(session.sources()));
    root.put("encoder", session.encoderChoice());
    RankOptionsJson.write(session.options(), root.putObject("options"));
    root.set("stamp", JSON.valueToTree(new TreeMap<>(session.stamp())));
    ObjectNode view = root.putObject("view");
    view.put("alpha", session.view().alpha());
    view.put("selected", session.view().selected());
    view.set("pinned", JSON.valueToTree(session.view().pinned()));
    view.set("compared", JSON.valueToTree(session.view().compared()));
    view.set("filter", JSON.valueToTree(new TreeMap<>(session.view().filter())));
    root.set("ranking", JSON.valueToTree(session.order()));
    AtomicFile.write(file, out -> JSON.writerWithDefaultPrettyPrinter().writeValue(out, root));
  }

  /**
   * Reads a session.
   *
   * @throws FennecException naming the file and the place that cannot be understood
   */
  public static SavedSession read(Path file) throws FennecException {
    JsonNode root = parse(file);
    if (!root.isObject()) {
      throw new FennecException(file + " is no Fennec session: it holds no JSON object.");
    }
    if (root.path("schema").asInt() != SCHEMA) {
      throw new FennecException(
          file
              + " is no Fennec session of schema 1: its \"schema\" is "
              + root.path("schema")
              + ".");
    }
    JsonNode view = root.path("view");
    double alpha = view.path("alpha").asDouble(Double.NaN);
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new FennecException(
          file
              + ": \"view.alpha\" must be a number from 0 to 1, but is "
              + view.path("alpha")
              + ".");
    }
    List<String> sources = texts(file, root, "sources");
    if (sources.isEmpty()) {
      throw new FennecException(file + ": \"sources\" names no folder or image.");
    }
    return new SavedSession(
        sources,
        root.path("encoder").asText("auto"),
        map(file, root, "stamp"),
        new SavedSession.View(
            alpha,
            view.path("selected").asText(""),
            texts(file, view, "pinned"),
            texts(file, view, "compared"),
            map(file, view, "filter")),
        texts(file, root, "ranking"),
        RankOptionsJson.read(root.path("options")));
  }

  /** Where the text stops being JSON; unknown where it is nested too deeply. */
  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "it" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static JsonNode parse(Path file) throws FennecException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new FennecException(file + " is too large for a Fennec session (over 64 MB).");
      }
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new FennecException(file + " is no Fennec session: " + place(e) + " is not JSON.", e);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static List<String> texts(Path file, JsonNode parent, String name)
      throws FennecException {
    JsonNode node = parent.path(name);
    if (!node.isArray()) {
      throw new FennecException(file + ": \"" + name + "\" must be a list of names.");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : node) {
      if (!each.isTextual()) {
        throw new FennecException(
            file + ": \"" + name + "\" must be a list of names, but holds " + each + ".");
      }
      texts.add(each.asText());
    }
    return texts;
  }

  private static Map<String, String> map(Path file, JsonNode parent, String name)
      throws FennecException {
    JsonNode node = parent.path(name);
    if (!node.isObject()) {
      throw new FennecException(file + ": \"" + name + "\" must be an object.");
    }
    Map<String, String> map = new TreeMap<>();
    node.properties().forEach(each -> map.put(each.getKey(), each.getValue().asText()));
    return map;
  }
}
