package fennec.cli;

import fennec.app.ArchitectureInspection;
import fennec.app.ArchitectureNeighbourhood;
import fennec.app.FennecHome;
import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fennec similar}. */
@Command(
    name = "similar",
    mixinStandardHelpOptions = true,
    header = "Finds the architectures of the zoo that are nearest to a network.",
    footer = {"", "Example:", "  fennec similar mine.onnx --top 5"})
final class SimilarCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "MODEL|FILE",
      description = "A file (.onnx, .pt), an architecture or a model of the history.")
  private String what;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int top;

  @Mixin private Output output;

  @Override
  public Integer call() throws FennecException {
    output.check(top >= 1, "--top must be at least 1, not " + top);
    try (ConsoleProgress progress = new ConsoleProgress()) {
      Path assets = FennecHome.find().folder().resolve("assets");
      ArchitectureGraph graph = new ArchitectureInspection(assets).find(what);
      ArchitectureNeighbourhood zoo =
          ArchitectureNeighbourhood.open(assets, Archi2Vec.Settings.defaults(), progress);
      List<Archi2Vec.Neighbour> nearest = zoo.nearest(graph, top);
      output.print(fields(graph, nearest), () -> text(nearest));
      return ExitCodes.FINE;
    }
  }

  private static Map<String, Object> fields(
      ArchitectureGraph graph, List<Archi2Vec.Neighbour> nearest) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", graph.name());
    fields.put("nearest", nearest);
    return fields;
  }

  private static String text(List<Archi2Vec.Neighbour> nearest) {
    return nearest.stream()
        .map(n -> String.format(Locale.ROOT, "%.4f  %s", n.similarity(), n.name()))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
