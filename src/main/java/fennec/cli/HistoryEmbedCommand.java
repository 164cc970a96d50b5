package fennec.cli;

import fennec.app.EncoderShelf;
import fennec.app.TaskFeatureBuilder;
import fennec.app.Workbench;
import fennec.error.FennecException;
import fennec.io.TaskFeaturesWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fennec history embed}. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    header = "Makes the features of historical tasks by an encoder.",
    description =
        "Takes a folder of images per historical task and keeps the features where 'fennec rank'"
            + " finds them. assets/task-features/history_tasks.csv says which task takes which"
            + " folders.",
    footer = {"", "Example:", "  fennec history embed --encoder built-in --images task-images"})
final class HistoryEmbedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description = "A folder with one folder of images a task.")
  private Path images;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write, instead of the user's own folder.")
  private Path out;

  @Override
  public Integer call() throws FennecException {
    try (Workbench workbench = engine.open();
        ConsoleProgress progress = new ConsoleProgress()) {
      TaskFeatureBuilder.Built built = workbench.embedHistory(engine.encoder(), images, progress);
      Path target =
          out == null
              ? EncoderShelf.ownTaskFeatures()
                  .resolve(EncoderShelf.fileName(built.features().encoderId()))
              : out;
      new TaskFeaturesWriter().write(built.features(), target);
      PrintWriter err = spec.commandLine().getErr();
      built.failed().forEach(failed -> err.println("left out: " + failed.sentence()));
      built.missing().forEach(task -> err.println("no images for the task " + task));
      err.flush();
      spec.commandLine()
          .getOut()
          .printf(
              "Wrote the features of %d tasks to %s.%n", built.features().tasks().size(), target);
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.FINE;
  }
}
