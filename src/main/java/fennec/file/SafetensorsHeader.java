package fennec.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.FennecException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parses and checks the header of a safetensors file: nothing in it is believed. */
final class SafetensorsHeader {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;
  private final long dataBegin;
  private final long fileSize;
  private final SortedMap<String, TensorEntry> entries = new TreeMap<>();
  private final SortedMap<String, String> metadata = new TreeMap<>();

  private SafetensorsHeader(Path file, long dataBegin, long fileSize) {
    this.file = file;
    this.dataBegin = dataBegin;
    this.fileSize = fileSize;
  }

  static SafetensorsHeader parse(Path file, ByteBuffer json, long fileSize) throws FennecException {
    SafetensorsHeader header =
        new SafetensorsHeader(file, Long.BYTES + (long) json.remaining(), fileSize);
    JsonNode root = header.tree(json);
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals("__metadata__")) {
        header.readMetadata(field.getValue());
      } else {
        header.entries.put(field.getKey(), header.entry(field.getKey(), field.getValue()));
      }
    }
    header.checkLayout();
    return header;
  }

  SortedMap<String, TensorEntry> entries() {
    return Collections.unmodifiableSortedMap(entries);
  }

  SortedMap<String, String> metadata() {
    return Collections.unmodifiableSortedMap(metadata);
  }

  private JsonNode tree(ByteBuffer bytes) throws FennecException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      JsonNode root = JSON.readTree(text);
      if (!root.isObject()) {
        throw broken("its header is no JSON object");
      }
      return root;
    } catch (CharacterCodingException e) {
      throw new FennecException(sentence("its header is not UTF-8"), e);
    } catch (JsonProcessingException e) {
      throw new FennecException(
          sentence("its header is no valid JSON (" + e.getOriginalMessage().split("\n")[0] + ")"),
          e);
    }
  }

  private void readMetadata(JsonNode node) throws FennecException {
    if (!node.isObject()) {
      throw broken("its __metadata__ is no object");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isTextual()) {
        throw broken("its __metadata__ has no text at \"" + field.getKey() + "\"");
      }
      metadata.put(field.getKey(), field.getValue().textValue());
    }
  }

  private TensorEntry entry(String name, JsonNode node) throws FennecException {
    TensorType type = type(name, node.path("dtype"));
    long[] shape = numbers(name, "shape", node.path("shape"));
    long[] offsets = numbers(name, "data_offsets", node.path("data_offsets"));
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw broken("tensor \"" + name + "\" has data_offsets that are no range");
    }
    long size = type.bytes();
    try {
      for (long axis : shape) {
        size = Math.multiplyExact(size, axis);
      }
    } catch (ArithmeticException e) {
      throw new FennecException(sentence("tensor \"" + name + "\" has a shape too large"), e);
    }
    if (size != offsets[1] - offsets[0]) {
      throw broken(
          String.format(
              "tensor \"%s\" takes %d bytes by its shape and %d by its data_offsets",
              name, size, offsets[1] - offsets[0]));
    }
    if (offsets[1] > fileSize - dataBegin) {
      throw broken(
          String.format(
              "tensor \"%s\" ends at byte %d of its data, which has %d (is the file cut short?)",
              name, offsets[1], fileSize - dataBegin));
    }
    return new TensorEntry(name, type, shape, dataBegin + offsets[0], dataBegin + offsets[1]);
  }

  private TensorType type(String name, JsonNode node) throws FennecException {
    for (TensorType type : TensorType.values()) {
      if (type.name().equals(node.textValue())) {
        return type;
      }
    }
    String found = node.isMissingNode() ? "no dtype" : "the unknown dtype " + node;
    throw broken("tensor \"" + name + "\" has " + found);
  }

  private long[] numbers(String name, String key, JsonNode node) throws FennecException {
    List<Long> numbers = new ArrayList<>();
    boolean sound = node.isArray();
    for (JsonNode number : node) {
      sound &= number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0;
      numbers.add(number.longValue());
    }
    if (!sound) {
      throw broken(
          "tensor \"" + name + "\" has a " + key + " that is no list of non-negative integers");
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  /** Tensors fill the data without holes and do not overlap, as the format demands. */
  private void checkLayout() throws FennecException {
    List<TensorEntry> inOrder = new ArrayList<>(entries.values());
    inOrder.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
    long next = dataBegin;
    for (TensorEntry entry : inOrder) {
      if (entry.begin() != next) {
        throw broken(
            "tensor \""
                + entry.name()
                + (entry.begin() < next ? "\" overlaps another" : "\" leaves a hole before it"));
      }
      next = entry.end();
    }
    if (next != fileSize) {
      throw broken((fileSize - next) + " bytes after its last tensor belong to none");
    }
  }

  private FennecException broken(String what) {
    return new FennecException(sentence(what));
  }

  private String sentence(String what) {
    return file + " is no sound safetensors file: " + what + ".";
  }
}
