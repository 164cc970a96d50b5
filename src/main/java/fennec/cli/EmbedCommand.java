package fennec.cli;

import fennec.app.PlaneMap;
import fennec.app.Workbench;
import fennec.embedding.EmbeddingListener;
import fennec.embedding.EmbeddingRun;
import fennec.embedding.ImageFolder;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.io.EmbeddingsFormat;
import fennec.io.ImageMapWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Mixin private Output output;

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
  private PlaneMap.Way map;

  @Override
  public Integer call() throws FennecException {
    EmbeddingsFormat format = output.read(() -> EmbeddingsFormat.of(out));
    output.check(
        map == null || format == EmbeddingsFormat.CSV,
        "A map is written as a table: " + out + " must end in .csv.");
    AtomicFile.ensureWritable(out);
    EmbeddingRun run;
    try (Workbench workbench = engine.open();
        ConsoleProgress progress = new ConsoleProgress()) {
      ImageFolder folder = ImageFolder.open(sources, progress);
      run =
          workbench.embed(
              folder, engine.encoder(), Integer.MAX_VALUE, EmbeddingListener.NONE, progress);
      if (map == null) {
        format.write(run.embeddings(), out);
      } else {
        double[][] places = PlaneMap.of(map, run.embeddings().vectors(), progress).places();
        ImageMapWriter.write(run.embeddings().images(), places, out);
      }
    }
    output.leftOut(run.failed());
    int n = run.embeddings().size();
    int d = run.embeddings().dimension();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", out.toString());
    fields.put("encoder", run.embeddings().encoderId());
    fields.put("images", n);
    fields.put("dimension", d);
    fields.put("failed", run.failed().size());
    fields.put("from_cache", run.fromCache());
    String what = map == null ? n + " vectors of " + d : n + " places of 2";
    output.print(fields, () -> "Wrote " + what + " numbers to " + out + ".");
    return ExitCodes.FINE;
  }
}
