package fennec.cli;

import fennec.app.ArchitectureDrawing;
import fennec.app.ArchitectureFacts;
import fennec.app.ArchitectureInspection;
import fennec.app.ArchitectureNeighbourhood;
import fennec.app.FennecHome;
import fennec.architecture.Archi2Vec;
import fennec.architecture.FlowDirection;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.io.GraphSvgWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fennec inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    header = "Shows size, cost and operations of a network's dataflow graph.",
    footer = {
      "",
      "Examples:",
      "  fennec inspect torchvision.resnet50",
      "  fennec inspect mine.onnx --svg mine.svg --no-fold --dark",
      "  fennec inspect torchvision.vit_b_16 --svg vit.svg --direction right"
    })
final class InspectCommand implements Callable<Integer> {

  private static final int NEAREST = 5;

  @Parameters(
      paramLabel = "MODEL|FILE",
      description =
          "A file (.onnx, .pt), an architecture (torchvision.resnet50, or resnet50 where that is unique),"
              + " or a model of the history.")
  private String what;

  @Mixin private Output output;

  @Option(names = "--svg", paramLabel = "OUT", description = "Draw the graph to an SVG file.")
  private Path svg;

  @Option(
      names = "--fold",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Draw repeated blocks once (default), or with --no-fold every operation.")
  private boolean fold;

  @Option(
      names = "--direction",
      paramLabel = "DIRECTION",
      defaultValue = "down",
      description = "Draw data flowing down (default) or right.")
  private FlowDirection direction;

  @Option(names = "--dark", description = "Draw on a dark ground.")
  private boolean dark;

  @Override
  public Integer call() throws FennecException {
    if (svg != null) {
      AtomicFile.ensureWritable(svg);
    }
    try (ConsoleProgress progress = new ConsoleProgress()) {
      Path assets = FennecHome.find().folder().resolve("assets");
      ArchitectureInspection.Found found = new ArchitectureInspection(assets).look(what);
      ArchitectureInspection.Facts facts = ArchitectureInspection.facts(found.graph());
      ArchitectureNeighbourhood zoo =
          ArchitectureNeighbourhood.open(assets, Archi2Vec.Settings.defaults(), progress);
      List<Archi2Vec.Neighbour> nearest = zoo.nearest(found.graph(), NEAREST);
      int cluster =
          zoo.clusters(OptionalInt.of(ArchitectureFacts.CLUSTERS), progress)
              .assign(zoo.vector(found.graph()));
      if (svg != null) {
        ArchitectureDrawing.svg(
            found.graph(),
            fold,
            direction,
            dark ? GraphSvgWriter.Theme.DARK : GraphSvgWriter.Theme.LIGHT,
            svg,
            progress);
      }
      output.print(fields(facts, cluster, nearest), () -> text(facts, cluster, nearest));
      found.notes().forEach(output::note);
      if (svg != null) {
        output.note("Wrote " + svg + ".");
      }
    }
    return ExitCodes.FINE;
  }

  private static Map<String, Object> fields(
      ArchitectureInspection.Facts facts, int cluster, List<Archi2Vec.Neighbour> nearest) {
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
    fields.put("cluster", cluster);
    fields.put("nearest", nearest);
    return fields;
  }

  private static String text(
      ArchitectureInspection.Facts facts, int cluster, List<Archi2Vec.Neighbour> nearest) {
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
    line(text, "cluster", "%d", cluster);
    line(
        text,
        "nearest",
        "%s",
        nearest.stream().map(Archi2Vec.Neighbour::name).collect(Collectors.joining(", ")));
    facts.operations().forEach((operation, count) -> line(text, "  " + operation, "%,d", count));
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "%n  %-22s ", label))
        .append(String.format(Locale.ROOT, format, values));
  }
}
