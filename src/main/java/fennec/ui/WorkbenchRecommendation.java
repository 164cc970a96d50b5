package fennec.ui;

import fennec.app.EncoderFetch;
import fennec.app.EncoderFiles;
import fennec.app.EncoderShelf;
import fennec.app.RankRequest;
import fennec.app.RankRun;
import fennec.app.Workbench;
import fennec.embedding.DecodedImage;
import fennec.embedding.EmbeddedImage;
import fennec.embedding.EmbeddingListener;
import fennec.embedding.ImageDecoder;
import fennec.embedding.ImageEncoder;
import fennec.embedding.ImageFolder;
import fennec.embedding.ImageSource;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.fetch.EncoderDownloads;
import fennec.ui.fetch.EncoderKeeping;
import fennec.ui.session.FailedImage;
import fennec.ui.session.TargetRun;
import fennec.ui.target.EncoderChoice;
import fennec.ui.target.EncoderReady;
import fennec.ui.target.ImageWatcher;
import fennec.ui.target.RecommendationService;
import fennec.ui.target.SampleTask;
import fennec.ui.target.TargetRequest;
import fennec.ui.target.Thumbnail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The task pane's view of the {@link Workbench}. */
final class WorkbenchRecommendation implements RecommendationService {

  private final Workbench workbench;
  private final WorkbenchDownloads downloads;
  private final WorkbenchEncoders keeping;
  private final ImageDecoder decoder = new ImageDecoder();
  private volatile Map<String, ImageSource> lastSources = Map.of();

  WorkbenchRecommendation(Workbench workbench, EncoderFetch fetch, EncoderFiles files) {
    this.workbench = workbench;
    this.downloads = new WorkbenchDownloads(workbench, fetch);
    this.keeping = new WorkbenchEncoders(files, workbench, downloads);
  }

  @Override
  public EncoderDownloads downloads() {
    return downloads;
  }

  @Override
  public EncoderKeeping keeping() {
    return keeping;
  }

  @Override
  public List<EncoderChoice> encoders() {
    List<EncoderChoice> choices = new ArrayList<>();
    choices.add(
        new EncoderChoice(
            "auto",
            "Automatic",
            true,
            "The best encoder that is here. CLIP ranks better than the built-in one: get it"
                + " below, or choose a folder with its weights."));
    choices.add(
        new EncoderChoice(
            "built-in",
            "Built-in encoder",
            true,
            "Comes with the program and sees 64 pixels; quick, but knows less than CLIP."));
    for (EncoderShelf.Fetchable each : downloads.known()) {
      choices.add(new EncoderChoice(each.name(), each.title(), each.here(), note(each)));
    }
    return choices;
  }

  private static String note(EncoderShelf.Fetchable each) {
    if (!each.here()) {
      return "Not here: get it below, or with \"fennec encoder get "
          + each.name()
          + "\" in a terminal.";
    }
    return each.lacksFeatures()
        ? WorkbenchDownloads.howToGoOn(each.name())
        : "Fetched from "
            + each.repository()
            + (each.licence().isEmpty() ? "." : "; licence " + each.licence() + ".");
  }

  @Override
  public List<SampleTask> sampleTasks() {
    Path folder = workbench.home().sampleTasks();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> tasks = Files.list(folder)) {
      return tasks.filter(Files::isDirectory).sorted().map(WorkbenchRecommendation::task).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static SampleTask task(Path folder) {
    String name = folder.getFileName().toString().replace('-', ' ').replace('_', ' ');
    String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    try (Stream<Path> files = Files.walk(folder, 2)) {
      Map<Path, Path> firsts = new TreeMap<>();
      List<Path> images = files.filter(Files::isRegularFile).sorted().toList();
      images.forEach(each -> firsts.putIfAbsent(each.getParent(), each));
      return new SampleTask(
          title,
          folder,
          images.size(),
          firsts.size(),
          firsts.values().stream().limit(SampleTask.MOST_EXAMPLES).toList());
    } catch (IOException e) {
      return new SampleTask(title, folder, 0, 0, List.of());
    }
  }

  @Override
  public EncoderReady warmUp(String encoder, Progress progress) throws FennecException {
    ImageEncoder open = workbench.encoder(encoder);
    return new EncoderReady(open.title() + " on " + open.device(), workbench.whyEncoder(encoder));
  }

  @Override
  public TargetRun recommend(TargetRequest request, ImageWatcher watcher, Progress progress)
      throws FennecException {
    RankRequest asked =
        RankRequest.of(request.sources(), request.encoder(), request.clusters(), request.options());
    ImageFolder folder = ImageFolder.open(request.sources(), progress);
    ImageFolder used =
        folder.size() > asked.images()
            ? folder.sample(asked.images(), ImageFolder.SAMPLE_SEED)
            : folder;
    lastSources =
        used.sources().stream().collect(Collectors.toMap(ImageSource::name, Function.identity()));
    watcher.found(used.sources().stream().map(ImageSource::name).toList());
    RankRun run = workbench.rank(asked, new Relay(watcher), progress);
    return new TargetRun(
        request.sources(),
        request.encoder(),
        run.recommendation(),
        run.provenance(),
        run.failed().stream().map(each -> new FailedImage(each.file(), each.reason())).toList(),
        request.options(),
        run.notes());
  }

  @Override
  public TargetRun recluster(TargetRun run, int clusters, Progress progress)
      throws FennecException {
    RankRequest asked = RankRequest.of(run.sources(), run.encoderChoice(), clusters, run.options());
    return run.with(
        workbench.recommend(asked, run.recommendation().task(), progress),
        run.provenance().withSettings(asked.settings(), workbench.now()));
  }

  @Override
  public DecodedImage read(List<Path> sources, String file) throws FennecException {
    ImageSource source = lastSources.get(file);
    if (source == null) {
      throw new FennecException(file + " is not among the images of the last run.");
    }
    return decoder.decode(file, source.read());
  }

  /** Passes on what the pipeline says. */
  private record Relay(ImageWatcher watcher) implements EmbeddingListener {

    @Override
    public int thumbnailSide() {
      return Thumbnail.SIDE;
    }

    @Override
    public void decoded(EmbeddedImage image, DecodedImage thumbnail) {
      if (thumbnail != null) {
        watcher.decoded(image.file(), thumbnail);
      }
    }

    @Override
    public void embedded(EmbeddedImage image, boolean fromCache) {
      watcher.embedded(image.file(), fromCache);
    }

    @Override
    public void failed(fennec.embedding.FailedImage image) {
      watcher.failed(image.file(), image.reason());
    }
  }
}
