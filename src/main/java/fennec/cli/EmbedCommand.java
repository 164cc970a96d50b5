package fennec.cli;

import fennec.app.PlaneMap;
import fennec.app.Workbench;
import fennec.embedding.EmbeddingListener;
import fennec.embedding.EmbeddingRun;
import fennec.embedding.FailedImage;
import fennec.embedding.ImageFolder;
import fennec.error.FennecException;
import fennec.io.EmbeddingsFormat;
import fennec.io.ImageMapWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fennec embed}. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    header = "Writes the vectors of a folder of images.",
    description = {
      "CSV has the columns file,label,e0,e1,... ; safetensors holds a float32 tensor 'embeddings'"
          + " (n x d) and the files and labels as JSON lists in its metadata."
    },
    footer = {
      "",
      "Examples:",
      "  fennec embed photos --out features.safetensors",
      "  fennec embed photos --map umap --out map.csv"
    })
final class EmbedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "A folder, zip or image files.")
  private List<Path> sources;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write: .safetensors or .csv.")
  private Path out;

  @Option(
      names = "--map",
      paramLabel = "MAP",
      description = {
        "Write places in the plane, as the window shows them, instead of vectors: pca or umap."
            + " CSV with the columns file,label,x,y."
      })
  private String map;

  @Option(names = "--json", description = "Print a summary as JSON.")
  private boolean json;

  @Override
  public Integer call() throws FennecException {
    EmbeddingsFormat format = EmbeddingsFormat.of(out);
    PlaneMap.Way way = map == null ? null : PlaneMap.Way.of(map);
    if (way != null && format != EmbeddingsFormat.CSV) {
      throw new FennecException("A map is written as a table: " + out + " must end in .csv.");
    }
    EmbeddingRun run;
    try (Workbench workbench = engine.open();
        ConsoleProgress progress = new ConsoleProgress()) {
      ImageFolder folder = ImageFolder.open(sources, progress);
      run =
          workbench.embed(
              folder, engine.encoder(), Integer.MAX_VALUE, EmbeddingListener.NONE, progress);
      if (way == null) {
        format.write(run.embeddings(), out);
      } else {
        double[][] places = PlaneMap.of(way, run.embeddings().vectors(), progress).places();
        ImageMapWriter.write(run.embeddings().images(), places, out);
      }
    }
    PrintWriter err = spec.commandLine().getErr();
    for (FailedImage failed : run.failed()) {
      err.println("left out: " + failed.sentence());
    }
    err.flush();
    int n = run.embeddings().size();
    int d = run.embeddings().dimension();
    if (json) {
      JsonOutput.print(
          spec,
          json -> {
            json.writeStringField("file", out.toString());
            json.writeStringField("encoder", run.embeddings().encoderId());
            json.writeNumberField("images", n);
            json.writeNumberField("dimension", d);
            json.writeNumberField("failed", run.failed().size());
            json.writeNumberField("from_cache", run.fromCache());
          });
    } else {
      spec.commandLine()
          .getOut()
          .printf(
              "Wrote %d %s of %d numbers to %s.%n",
              n, way == null ? "vectors" : "places", way == null ? d : 2, out);
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.FINE;
  }
}
