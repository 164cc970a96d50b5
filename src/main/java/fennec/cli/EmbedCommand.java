package fennec.cli;

import fennec.app.Workbench;
import fennec.embedding.EmbeddingListener;
import fennec.embedding.EmbeddingRun;
import fennec.embedding.FailedImage;
import fennec.embedding.ImageFolder;
import fennec.error.FennecException;
import fennec.io.EmbeddingsFormat;
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
    footer = {"", "Example:", "  fennec embed photos --out features.safetensors"})
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

  @Option(names = "--json", description = "Print a summary as JSON.")
  private boolean json;

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
      spec.commandLine().getOut().printf("Wrote %d vectors of %d numbers to %s.%n", n, d, out);
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.FINE;
  }
}
