package fennec.cli;

import fennec.app.EncoderShelf;
import fennec.app.PublishedTaskImages;
import fennec.app.TaskFeatureBuilder;
import fennec.app.Workbench;
import fennec.embedding.FailedImage;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.file.UserFolders;
import fennec.hub.HubEnvironment;
import fennec.hub.HubRows;
import fennec.io.TaskFeaturesWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fennec history embed}. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    header = "Makes the features of historical tasks by an encoder.",
    description = {
      "Keeps the features where 'fennec rank' finds them. The pictures come either from a folder"
          + " per historical task (assets/task-features/history_tasks.csv says which task takes"
          + " which folders), or from published data sets, 100 rows each, drawn by a fixed seed"
          + " (assets/task-features/datasets.json says which).",
      "",
      "With --from-hub the size and the server are shown first. Pictures are deleted once they are"
          + " embedded. Tasks that cannot be had are named and the others done; earlier features"
          + " of theirs are kept."
    },
    footer = {
      "",
      "HF_DATASETS_SERVER, HF_TOKEN, HF_HUB_OFFLINE, HTTPS_PROXY and NO_PROXY are obeyed.",
      "",
      "Examples:",
      "  fennec history embed --encoder built-in --images task-images",
      "  fennec history embed --encoder clip --from-hub",
      "  fennec history embed --encoder clip:checkpoints/clip --from-hub --yes"
    })
final class HistoryEmbedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "A folder with one folder of images a task.")
  private Path images;

  @Option(
      names = "--from-hub",
      description = "Fetch sample pictures of published data sets instead.")
  private boolean fromHub;

  @Option(names = "--yes", description = "Agree to the download.")
  private boolean yes;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write, instead of the user's own folder.")
  private Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws FennecException {
    if (fromHub == (images != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "Give exactly one of --images DIR and --from-hub, "
              + (fromHub ? "not both." : "none was given."));
    }
    try (Workbench workbench = engine.open();
        ConsoleProgress progress = new ConsoleProgress()) {
      return fromHub ? published(workbench, progress) : given(workbench, progress);
    }
  }

  private int given(Workbench workbench, ConsoleProgress progress) throws FennecException {
    TaskFeatureBuilder.Built built = workbench.embedHistory(engine.encoder(), images, progress);
    List<PublishedTaskImages.LeftOut> leftOut = new ArrayList<>();
    for (String task : built.missing()) {
      leftOut.add(
          new PublishedTaskImages.LeftOut(task, "None of its folders is in " + images + "."));
    }
    List<String> made = List.copyOf(built.features().tasks().keySet());
    write(built.features(), made, leftOut, built.failed());
    return ExitCodes.FINE;
  }

  private int published(Workbench workbench, ConsoleProgress progress) throws FennecException {
    PublishedTaskImages published =
        new PublishedTaskImages(new HubRows(HubEnvironment.ofProcess()), UserFolders.cache());
    String encoder = workbench.encoder(engine.encoder()).title();
    PublishedTaskImages.Plan plan = workbench.planPublished(published, progress);
    progress.hide();
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "%d tasks, %d pictures, %s, from %s; to be embedded by %s.%n",
        plan.sources().size(),
        plan.pictures(),
        plan.bytes() > 0 ? String.format("about %.1f MB", plan.bytes() / 1e6) : "size not known",
        plan.server(),
        encoder);
    err.flush();
    if (!yes && !Terminal.agreed()) {
      err.println("Nothing was fetched; say yes, or give --yes.");
      err.flush();
      return ExitCodes.USAGE;
    }
    PublishedTaskImages.Built built =
        workbench.embedPublished(published, plan, engine.encoder(), progress);
    progress.checkCancelled();
    write(built.features(), built.made(), built.leftOut(), built.failed());
    return ExitCodes.FINE;
  }

  private void write(
      TaskFeatures features,
      List<String> made,
      List<PublishedTaskImages.LeftOut> leftOut,
      List<FailedImage> failed)
      throws FennecException {
    Path target =
        out == null
            ? EncoderShelf.ownTaskFeatures().resolve(EncoderShelf.fileName(features.encoderId()))
            : out;
    new TaskFeaturesWriter().write(features, target);
    PrintWriter err = spec.commandLine().getErr();
    failed.forEach(image -> err.println("left out: " + image.sentence()));
    leftOut.forEach(task -> err.println("left out: " + task.task() + ": " + task.reason()));
    err.flush();
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("file", target.toString());
      fields.put("encoder", features.encoderId());
      fields.put("made", made);
      fields.put(
          "kept", features.tasks().keySet().stream().filter(t -> !made.contains(t)).toList());
      fields.put("left_out", leftOut);
      fields.put("failed_pictures", failed.stream().map(FailedImage::sentence).toList());
      JsonOutput.print(spec, fields);
      return;
    }
    int kept = features.tasks().size() - made.size();
    spec.commandLine()
        .getOut()
        .printf(
            "Wrote the features of %d tasks to %s%s.%n",
            features.tasks().size(),
            target,
            kept > 0 ? ", " + kept + " of them kept from before" : "");
    spec.commandLine().getOut().flush();
  }
}
