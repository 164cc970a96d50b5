package fennec.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.FennecException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Prints one JSON object, as {@code --json} promises on every command. */
final class JsonOutput {

  private JsonOutput() {}

  /** The fields of the object. */
  @FunctionalInterface
  interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }

  static void print(CommandSpec command, Fields fields) throws FennecException {
    PrintWriter out = command.commandLine().getOut();
    try {
      JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      fields.writeTo(json);
      json.writeEndObject();
      json.close();
      out.println();
      out.flush();
    } catch (IOException e) {
      throw new FennecException("Cannot print: " + e.getMessage() + ".", e);
    }
  }

  /** Prints {@code fields}, made of maps, lists, records, numbers and texts, in their order. */
  static void print(CommandSpec command, Map<String, Object> fields) throws FennecException {
    print(
        command,
        json -> {
          json.setCodec(new ObjectMapper());
          for (Map.Entry<String, Object> field : fields.entrySet()) {
            json.writeObjectField(field.getKey(), field.getValue());
          }
        });
  }
}
