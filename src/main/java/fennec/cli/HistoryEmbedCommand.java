package fennec.cli;

import fennec.app.EncoderShelf;
import fennec.app.PublishedTaskImages;
import fennec.app.TaskFeatureBuilder;
import fennec.app.Workbench;
import fennec.embedding.FailedImage;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.UserFolders;
import fennec.hub.HubEnvironment;
import fennec.hub.HubRows;
import fennec.io.TaskFeaturesWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fennec history embed}. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    header = "Makes the features of historical tasks by an encoder.",
    description = {
      "Keeps the features where 'fennec rank' finds them. The pictures come either from a folder"
          + " per historical task (assets/task-features/history_tasks.csv says which task takes"
          + " which folders), or from published data sets, 100 rows each, drawn by a fixed seed"
          + " (assets/task-features/datasets.json says which). Tasks that cannot be had are named"
          + " and the others done; earlier features of theirs are kept.",
      "",
      "With --from-hub the size and the server are shown first. Pictures are deleted once they are"
          + " embedded."
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

  @Mixin private Output output;

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

  @Mixin private Agreement agreement;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write, instead of the user's own folder.")
  private Path out;

  @Override
  public Integer call() throws FennecException {
    output.check(
        fromHub == (images == null),
        "give exactly one of --images DIR and --from-hub, "
            + (fromHub ? "not both" : "none was given"));
    if (out != null) {
      AtomicFile.ensureWritable(out);
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
    write(built.features(), built.made(), leftOut, built.failed());
    return ExitCodes.FINE;
  }

  private int published(Workbench workbench, ConsoleProgress progress) throws FennecException {
    PublishedTaskImages published =
        new PublishedTaskImages(new HubRows(HubEnvironment.ofProcess()), UserFolders.cache());
    String encoder = workbench.encoder(engine.encoder()).title();
    PublishedTaskImages.Plan plan = workbench.planPublished(published, progress);
    progress.hide();
    output.note(
        String.format(
            Locale.ROOT,
            "%d tasks, %d pictures, %s, from %s; to be embedded by %s.",
            plan.sources().size(),
            plan.pictures(),
            plan.bytes() > 0
                ? String.format(Locale.ROOT, "about %.1f MB", plan.bytes() / 1e6)
                : "size not known",
            plan.server(),
            encoder));
    if (!agreement.isGiven("fetched", output)) {
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
    output.leftOut(failed);
    leftOut.forEach(task -> output.note("left out: " + task.task() + ": " + task.reason()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", target.toString());
    fields.put("encoder", features.encoderId());
    fields.put("made", made);
    fields.put("kept", features.tasks().keySet().stream().filter(t -> !made.contains(t)).toList());
    fields.put("left_out", leftOut);
    fields.put("failed_pictures", failed.stream().map(FailedImage::sentence).toList());
    int all = features.tasks().size();
    int kept = all - made.size();
    output.print(
        fields,
        () ->
            String.format(
                "Wrote the features of %d tasks to %s%s.",
                all, target, kept > 0 ? ", " + kept + " of them kept from before" : ""));
  }
}
