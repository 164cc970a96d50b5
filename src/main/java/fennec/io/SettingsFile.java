package fennec.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.UserFolders;
import fennec.io.Settings.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Settings} as one JSON file, {@code settings.json}, in the user's configuration folder. A
 * file that cannot be understood counts as absent: settings are never worth a failed start.
 */
public final class SettingsFile {

  private static final int SCHEMA = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final Path file;

  /** Settings kept in {@code file}. */
  public SettingsFile(Path file) {
    this.file = file;
  }

  /** Settings in the user's {@linkplain UserFolders#configuration() configuration folder}. */
  public static SettingsFile ofUser() {
    return new SettingsFile(UserFolders.configuration().resolve("settings.json"));
  }

  /** Where the settings are kept. */
  public Path path() {
    return file;
  }

  /** Reads the settings; the defaults for what is absent or cannot be understood. */
  public Settings read() {
    if (!Files.isRegularFile(file)) {
      return Settings.DEFAULT;
    }
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      if (root == null || root.path("schema").asInt() != SCHEMA) {
        return Settings.DEFAULT;
      }
      List<String> recent = new ArrayList<>();
      root.path("recent").forEach(each -> recent.add(each.asText()));
      List<String> hidden = new ArrayList<>();
      root.path("hiddenColumns").forEach(each -> hidden.add(each.asText()));
      Settings standard = Settings.DEFAULT;
      return new Settings(
          root.path("theme").asText(standard.theme()),
          window(root.path("window")),
          recent,
          root.path("encoder").asText(standard.encoder()),
          root.path("animations").asBoolean(true),
          root.path("reportThumbnails").asBoolean(true),
          RankOptionsJson.read(root.path("ranking")),
          hidden,
          root.path("graphDirection").asText(standard.graphDirection()));
    } catch (IOException e) {
      return Settings.DEFAULT;
    }
  }

  private static WindowPlace window(JsonNode node) {
    WindowPlace standard = WindowPlace.DEFAULT;
    return new WindowPlace(
        node.path("x").asDouble(Double.NaN),
        node.path("y").asDouble(Double.NaN),
        Math.max(400, node.path("width").asDouble(standard.width())),
        Math.max(300, node.path("height").asDouble(standard.height())),
        node.path("maximised").asBoolean(false),
        Math.min(0.6, Math.max(0.05, node.path("taskDivider").asDouble(standard.taskDivider()))));
  }

  /**
   * Writes the settings, whole or not at all.
   *
   * @throws FennecException if the file cannot be written
   */
  public void write(Settings settings) throws FennecException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("theme", settings.theme());
    root.put("encoder", settings.encoder());
    root.put("animations", settings.animations());
    root.put("reportThumbnails", settings.reportThumbnails());
    root.put("graphDirection", settings.graphDirection());
    RankOptionsJson.write(settings.ranking(), root.putObject("ranking"));
    WindowPlace place = settings.window();
    ObjectNode window = root.putObject("window");
    if (!Double.isNaN(place.x()) && !Double.isNaN(place.y())) {
      window.put("x", place.x()).put("y", place.y());
    }
    window.put("width", place.width()).put("height", place.height());
    window.put("maximised", place.maximised()).put("taskDivider", place.taskDivider());
    ArrayNode recent = root.putArray("recent");
    settings.recent().forEach(recent::add);
    settings.hiddenColumns().forEach(root.putArray("hiddenColumns")::add);
    AtomicFile.write(file, out -> JSON.writerWithDefaultPrettyPrinter().writeValue(out, root));
  }
}
