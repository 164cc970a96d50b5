package fennec.cli;

import fennec.app.ArchitectureFacts;
import fennec.app.ArchitectureNeighbourhood;
import fennec.app.FennecHome;
import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureClusters;
import fennec.architecture.ArchitectureEncoding;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fennec cluster}. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    header = "Clusters the architectures of the zoo by their vectors.",
    footer = {"", "Example:", "  fennec cluster --clusters 12"})
final class ClusterCommand implements Callable<Integer> {

  @Option(
      names = "--clusters",
      paramLabel = "K",
      description = "Number of clusters; chosen by silhouette if left out.")
  private Integer count;

  @Option(
      names = "--graph2vec",
      description = "Embed with graph2vec as published instead of weighted subtrees.")
  private boolean published;

  @Option(
      names = "--refresh",
      description = "Embed changed graphs again and keep the vectors beside them.")
  private boolean refresh;

  @Mixin private Output output;

  @Override
  public Integer call() throws FennecException {
    try (ConsoleProgress progress = new ConsoleProgress()) {
      Path assets = FennecHome.find().folder().resolve("assets");
      ArchitectureEncoding encoding =
          published ? ArchitectureEncoding.GRAPH2VEC : ArchitectureEncoding.SUBTREE_TFIDF;
      if (refresh) {
        ArchitectureNeighbourhood.refresh(assets, progress);
        ArchitectureFacts.refresh(FennecHome.find(), progress);
      }
      ArchitectureNeighbourhood zoo =
          ArchitectureNeighbourhood.open(assets, Archi2Vec.Settings.of(encoding), progress);
      ArchitectureClusters clusters =
          zoo.clusters(count == null ? OptionalInt.empty() : OptionalInt.of(count), progress);
      output.print(fields(encoding, clusters), () -> text(clusters));
      return ExitCodes.FINE;
    }
  }

  private static Map<String, Object> fields(
      ArchitectureEncoding encoding, ArchitectureClusters clusters) {
    List<List<String>> members =
        IntStream.range(0, clusters.count()).mapToObj(clusters::members).toList();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("encoding", encoding.id());
    fields.put("clusters", clusters.count());
    fields.put("silhouette", clusters.silhouette());
    fields.put("members", members);
    return fields;
  }

  private static String text(ArchitectureClusters clusters) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d clusters of %d architectures, silhouette %.3f%n",
            clusters.count(),
            clusters.clusterOf().size(),
            clusters.silhouette()));
    for (int c = 0; c < clusters.count(); c++) {
      List<String> members = clusters.members(c);
      text.append(String.format(Locale.ROOT, "%n%d (%d)%n", c, members.size()));
      members.forEach(name -> text.append("  ").append(name).append('\n'));
    }
    return text.toString();
  }
}
