package fennec.cli;

import fennec.app.Workbench;
import fennec.embedding.EmbeddingListener;
import fennec.embedding.EmbeddingRun;
import fennec.embedding.ImageFolder;
import fennec.error.FennecException;
import fennec.io.EmbeddingsFormat;
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
    footer = {"", "Example:", "  fennec embed photos --out features.safetensors"})
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

  @Override
  public Integer call() throws FennecException {
    EmbeddingsFormat format = EmbeddingsFormat.of(out);
    EmbeddingRun run;
    try (Workbench workbench = engine.open();
        ConsoleProgress progress = new ConsoleProgress()) {
      ImageFolder folder = ImageFolder.open(sources, progress);
      run =
          workbench.embed(
              folder, engine.encoder(), Integer.MAX_VALUE, EmbeddingListener.NONE, progress);
    }
    format.write(run.embeddings(), out);
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
    output.print(fields, () -> "Wrote " + n + " vectors of " + d + " numbers to " + out + ".");
    return ExitCodes.FINE;
  }
}
