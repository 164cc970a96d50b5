package fennec.cli;

import fennec.app.ArchitectureInspection;
import fennec.app.FennecHome;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphComparison;
import fennec.architecture.GraphNode;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fennec compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    header = "Aligns two networks: what is the same, changed, added and removed.",
    footer = {"", "Example:", "  fennec compare torchvision.resnet50 torchvision.resnet101"})
final class CompareCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "A file (.onnx, .pt), an architecture or a model.")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "Another.")
  private String second;

  @Mixin private Output output;

  @Override
  public Integer call() throws FennecException {
    Path assets = FennecHome.find().folder().resolve("assets");
    ArchitectureInspection inspection = new ArchitectureInspection(assets);
    ArchitectureGraph a = inspection.find(first);
    ArchitectureGraph b = inspection.find(second);
    GraphComparison comparison = GraphComparison.of(a, b);
    output.print(fields(a, b, comparison), () -> text(a, b, comparison));
    return ExitCodes.FINE;
  }

  private static Map<String, Object> fields(
      ArchitectureGraph a, ArchitectureGraph b, GraphComparison comparison) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("first", a.name());
    fields.put("second", b.name());
    fields.put("common_subtrees", comparison.commonSubtrees());
    fields.put("same", comparison.same().size());
    fields.put(
        "changed",
        comparison.changed().stream()
            .map(
                pair ->
                    Map.of(
                        "first", pair.first().name(),
                        "second", pair.second().name(),
                        "difference", pair.difference()))
            .toList());
    fields.put("added", comparison.added().stream().map(GraphNode::name).toList());
    fields.put("removed", comparison.removed().stream().map(GraphNode::name).toList());
    return fields;
  }

  private static String text(ArchitectureGraph a, ArchitectureGraph b, GraphComparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s and %s: %.1f %% of subtrees in common%n",
            a.name(),
            b.name(),
            100 * comparison.commonSubtrees()));
    text.append(String.format(Locale.ROOT, "  same     %,d%n", comparison.same().size()));
    part(
        text,
        "changed",
        comparison.changed().stream()
            .map(pair -> pair.first().name() + ": " + pair.difference())
            .toList());
    part(text, "removed", comparison.removed().stream().map(GraphNode::name).toList());
    part(text, "added", comparison.added().stream().map(GraphNode::name).toList());
    return text.toString();
  }

  private static void part(StringBuilder text, String title, List<String> lines) {
    text.append(String.format(Locale.ROOT, "  %-8s %,d%n", title, lines.size()));
    lines.stream().limit(SHOWN).forEach(line -> text.append("    ").append(line).append('\n'));
    if (lines.size() > SHOWN) {
      text.append(
          String.format(Locale.ROOT, "    and %,d more (all with --json)%n", lines.size() - SHOWN));
    }
  }
}
