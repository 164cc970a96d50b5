package fennec.cli;

import fennec.app.FennecHome;
import fennec.app.Workbench;
import fennec.embedding.EmbeddingCache;
import fennec.error.FennecException;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that embeds images. */
final class EngineOptions {

  @Option(
      names = "--encoder",
      paramLabel = "ENCODER",
      defaultValue = "auto",
      description =
          "auto, built-in, clip:PATH, dinov2:PATH or torchscript:PATH (default: ${DEFAULT-VALUE}).")
  private String encoder;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description = "auto, cpu or cuda:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the engine on a CPU (default: one a core).")
  private Integer threads;

  @Option(
      names = "--no-cache",
      description = "Embed every image again and keep no vectors between runs.")
  private boolean withoutCache;

  String encoder() {
    return encoder;
  }

  Workbench open() throws FennecException {
    if (threads != null) {
      if (threads < 1) {
        throw new FennecException("--threads must be at least 1, not " + threads + ".");
      }
      Workbench.useThreads(threads);
    }
    Optional<EmbeddingCache> cache =
        withoutCache ? Optional.empty() : Optional.of(EmbeddingCache.ofUser());
    return new Workbench(FennecHome.find(), device, cache, Clock.systemUTC());
  }
}
