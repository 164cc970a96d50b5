package fennec.cli;

import fennec.app.FennecHome;
import fennec.app.Workbench;
import fennec.embedding.EmbeddingCache;
import fennec.error.FennecException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that embeds images. */
final class EngineOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--encoder",
      paramLabel = "ENCODER",
      description =
          "auto, built-in, clip:PATH, dinov2:PATH, torchscript:PATH or a name from 'fennec encoder"
              + " list' (default: auto).")
  private List<String> encoders = List.of();

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

  @Option(names = "--half", description = "Compute in half precision, on a GPU only.")
  private boolean half;

  @Option(
      names = "--no-cache",
      description = "Embed every image again and keep no vectors between runs.")
  private boolean withoutCache;

  /** The one encoder of a command that takes one; the last one named. */
  String encoder() {
    return encoders.isEmpty() ? "auto" : encoders.get(encoders.size() - 1);
  }

  /** All encoders that were named, or {@code auto}. */
  List<String> encoders() {
    return encoders.isEmpty() ? List.of("auto") : encoders;
  }

  Workbench open() throws FennecException {
    try {
      Workbench.checkDevice(device);
    } catch (FennecException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
    if (threads != null) {
      if (threads < 1) {
        throw new ParameterException(
            command.commandLine(), "--threads must be at least 1, not " + threads);
      }
      Workbench.useThreads(threads);
    }
    Optional<EmbeddingCache> cache =
        withoutCache ? Optional.empty() : Optional.of(EmbeddingCache.ofUser());
    return new Workbench(FennecHome.find(), device, half, cache, Clock.systemUTC());
  }
}
