package fennec.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fennec.error.FennecException;
import java.io.IOException;
import java.io.PrintWriter;
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
}
