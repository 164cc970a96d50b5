package fennec.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fennec.app.ArchitectureInspection;
import fennec.app.FennecHome;
import fennec.error.FennecException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the size, cost and operations of an architecture. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Show size, cost and operations of a network's dataflow graph.")
final class InspectCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "MODEL|FILE",
      description =
          "An ONNX file, an architecture (torchvision.resnet50, or resnet50 where that is unique),"
              + " or a model of the history.")
  private String what;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws FennecException {
    PrintWriter out = spec.commandLine().getOut();
    ArchitectureInspection inspection =
        new ArchitectureInspection(FennecHome.find().folder().resolve("assets"));
    ArchitectureInspection.Facts facts = ArchitectureInspection.facts(inspection.find(what));
    out.println(json ? asJson(facts) : asText(facts));
    out.flush();
    return ExitCodes.FINE;
  }

  private static String asJson(ArchitectureInspection.Facts facts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", facts.name());
    fields.put("nodes", facts.nodes());
    fields.put("edges", facts.edges());
    fields.put("parameters", facts.parameters());
    fields.put("multiply_adds", facts.multiplyAdds());
    fields.put("uncounted_nodes", facts.uncounted());
    fields.put("operations", facts.operations());
    fields.put("depth", facts.depth());
    fields.put("layers", facts.layers());
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts are always written", e);
    }
  }

  private static String asText(ArchitectureInspection.Facts facts) {
    StringBuilder text = new StringBuilder();
    text.append(facts.name());
    line(text, "operations", "%,d (%,d tensors between them)", facts.nodes(), facts.edges());
    line(text, "layers", "%,d convolutions and linear layers", facts.layers());
    line(text, "depth", "%,d operations on the longest path", facts.depth());
    line(text, "parameters", "%,d", facts.parameters());
    line(text, "multiply-adds", "%.3f G", facts.multiplyAdds() / 1e9);
    if (facts.uncounted() > 0) {
      line(text, "not counted", "%,d operations of unknown size", facts.uncounted());
    }
    facts.operations().forEach((operation, count) -> line(text, "  " + operation, "%,d", count));
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "%n  %-22s ", label))
        .append(String.format(Locale.ROOT, format, values));
  }
}
