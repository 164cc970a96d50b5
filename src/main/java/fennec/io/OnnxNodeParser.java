package fennec.io;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a {@code NodeProto} with its attributes as text. */
final class OnnxNodeParser {

  /** Field of {@code NodeProto} that newer ONNX releases added after the generated classes. */
  private static final int METADATA_FIELD_NUMBER = 9;

  private static final String SCOPES = "pkg.torch.onnx.name_scopes";
  private static final int MAX_TENSORS_OF_A_NODE = 65_536;
  private static final int MAX_NUMBERS = 4_096;

  private final WireReader wire;
  private final OnnxGraphParser graphs;

  OnnxNodeParser(WireReader wire, OnnxGraphParser graphs) {
    this.wire = wire;
    this.graphs = graphs;
  }

  /** Reads the node of the current field. */
  OnnxGraph.Node parse() throws IOException {
    String operation = "";
    String domain = "";
    String name = "";
    String scopes = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Attributes attributes = new Attributes();
    long outer = wire.enter();
    while (wire.next()) {
      switch (wire.field()) {
        case NodeProto.INPUT_FIELD_NUMBER -> tensor(inputs);
        case NodeProto.OUTPUT_FIELD_NUMBER -> tensor(outputs);
        case NodeProto.NAME_FIELD_NUMBER -> name = wire.text();
        case NodeProto.OP_TYPE_FIELD_NUMBER -> operation = wire.text();
        case NodeProto.DOMAIN_FIELD_NUMBER -> domain = wire.text();
        case NodeProto.ATTRIBUTE_FIELD_NUMBER -> attribute(attributes);
        case METADATA_FIELD_NUMBER -> {
          Map.Entry<String, String> entry = entry(wire);
          scopes = entry.getKey().equals(SCOPES) ? entry.getValue() : scopes;
        }
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    if (operation.isEmpty()) {
      throw wire.damaged("a node has no operation");
    }
    String path = scopes.isEmpty() ? name : ModuleScopes.path(scopes, operation);
    return new OnnxGraph.Node(
        operation,
        domain,
        path,
        inputs,
        outputs,
        attributes.text,
        attributes.value,
        attributes.bodies);
  }

  /** What the attributes of a node hold. */
  private static final class Attributes {
    private final SortedMap<String, String> text = new TreeMap<>();
    private final LinkedHashMap<String, OnnxGraph> bodies = new LinkedHashMap<>();
    private OnnxTensor value;
  }

  private void tensor(List<String> names) throws IOException {
    if (names.size() == MAX_TENSORS_OF_A_NODE) {
      throw wire.damaged("a node has more than 65,536 inputs or outputs");
    }
    names.add(wire.text());
  }

  /** Reads a pair of texts; one longer than 64 KB becomes empty. */
  static Map.Entry<String, String> entry(WireReader wire) throws IOException {
    String key = "";
    String value = "";
    long outer = wire.enter();
    while (wire.next()) {
      switch (wire.field()) {
        case StringStringEntryProto.KEY_FIELD_NUMBER -> key = wire.text();
        case StringStringEntryProto.VALUE_FIELD_NUMBER -> value = shortText(wire);
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    return Map.entry(key, value);
  }

  private static String shortText(WireReader wire) throws IOException {
    byte[] bytes = wire.bytes(1 << 16);
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private void attribute(Attributes into) throws IOException {
    String name = "";
    String single = "";
    List<String> several = new ArrayList<>();
    int type = 0;
    List<OnnxGraph> bodies = new ArrayList<>();
    OnnxTensor tensor = null;
    long outer = wire.enter();
    while (wire.next()) {
      switch (wire.field()) {
        case AttributeProto.NAME_FIELD_NUMBER -> name = wire.text();
        case AttributeProto.TYPE_FIELD_NUMBER -> type = (int) wire.number();
        case AttributeProto.F_FIELD_NUMBER -> single = floating(wire.number());
        case AttributeProto.I_FIELD_NUMBER -> single = Long.toString(wire.number());
        case AttributeProto.S_FIELD_NUMBER -> single = shortText(wire);
        case AttributeProto.T_FIELD_NUMBER -> tensor = OnnxTensorParser.parse(wire);
        case AttributeProto.G_FIELD_NUMBER, AttributeProto.GRAPHS_FIELD_NUMBER ->
            bodies.add(graphs.parse());
        case AttributeProto.FLOATS_FIELD_NUMBER -> wire.numbers(4, v -> keep(several, floating(v)));
        case AttributeProto.INTS_FIELD_NUMBER ->
            wire.numbers(0, v -> keep(several, Long.toString(v)));
        case AttributeProto.STRINGS_FIELD_NUMBER -> keep(several, shortText(wire));
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    for (int i = 0; i < bodies.size(); i++) {
      into.bodies.put(bodies.size() == 1 ? name : name + "_" + i, bodies.get(i));
    }
    if (tensor != null) {
      into.value = name.equals("value") ? tensor : into.value;
      into.text.put(name, "tensor " + tensor.shape());
    } else if (bodies.isEmpty()) {
      into.text.put(name, several.isEmpty() ? orDefault(single, type) : String.join(",", several));
    }
  }

  /** A number that is zero is not written by some exporters: only its type is. */
  private static String orDefault(String single, int type) {
    if (!single.isEmpty()) {
      return single;
    }
    return switch (type) {
      case AttributeProto.AttributeType.INT_VALUE -> "0";
      case AttributeProto.AttributeType.FLOAT_VALUE -> "0.0";
      default -> "";
    };
  }

  private static void keep(List<String> several, String text) {
    if (several.size() < MAX_NUMBERS) {
      several.add(text);
    }
  }

  private static String floating(long bits) {
    return Float.toString(Float.intBitsToFloat((int) bits));
  }
}
