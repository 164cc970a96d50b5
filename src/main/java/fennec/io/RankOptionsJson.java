package fennec.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@link RankOptions} as an object of a settings or session file. */
final class RankOptionsJson {

  private RankOptionsJson() {}

  /** Reads them; what is absent or out of range is the default. */
  static RankOptions read(JsonNode node) {
    RankOptions standard = RankOptions.DEFAULT;
    List<String> history = new ArrayList<>();
    node.path("history").forEach(each -> history.add(each.asText()));
    return new RankOptions(
        node.path("method").asText(standard.method()),
        Math.max(1, node.path("k").asInt(standard.latentSize())),
        history,
        node.path("zoo").asText(standard.zoo()),
        node.path("device").asText(standard.device()),
        node.path("half").asBoolean(false));
  }

  static void write(RankOptions options, ObjectNode node) {
    node.put("method", options.method()).put("k", options.latentSize());
    ArrayNode history = node.putArray("history");
    options.history().forEach(history::add);
    node.put("zoo", options.zoo()).put("device", options.device()).put("half", options.half());
  }
}
