package fennec.app;

import fennec.embedding.EmbeddingCache;
import fennec.embedding.EmbeddingListener;
import fennec.embedding.EmbeddingPipeline;
import fennec.embedding.EmbeddingRun;
import fennec.embedding.ImageEncoder;
import fennec.embedding.ImageFolder;
import fennec.encoder.Devices;
import fennec.encoder.Encoders;
import fennec.encoder.TensorEngine;
import fennec.error.FennecException;
import fennec.hub.HubRows;
import fennec.io.HistoryPackFiles;
import fennec.io.HistoryTaskImages;
import fennec.io.HistoryTaskImagesReader;
import fennec.progress.Progress;
import fennec.recommend.LatentTransfer;
import fennec.recommend.Provenance;
import fennec.recommend.Recommendation;
import fennec.recommend.Recommender;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TargetTask;
import fennec.recommend.TaskSpace;
import fennec.recommend.TransferHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The composition root: everything that the terminal and the window do goes through here, so that
 * both give the same answer. Encoders and fitted recommenders are kept and used again. Thread-safe;
 * one run embeds at a time.
 */
public final class Workbench implements AutoCloseable {

  private final FennecHome home;
  private final HistoryShelf histories;
  private final EncoderShelf encoders;
  private final RecommenderShelf recommenders;
  private final Optional<EmbeddingCache> cache;
  private final String device;
  private final boolean half;
  private final Clock clock;
  private final Map<String, Encoders.Opened> open = new HashMap<>();

  /**
   * Builds the program over {@code home}.
   *
   * @param device {@code auto}, {@code cpu} or {@code cuda:N}
   * @param half half precision, on a GPU only
   * @param cache where vectors are kept between runs; empty for nowhere
   * @param clock tells the time for provenance
   * @throws FennecException if the assets cannot be read
   */
  public Workbench(
      FennecHome home, String device, boolean half, Optional<EmbeddingCache> cache, Clock clock)
      throws FennecException {
    this.home = home;
    this.histories = new HistoryShelf(home);
    this.encoders = new EncoderShelf(home);
    this.recommenders = new RecommenderShelf(home, encoders);
    this.device = device;
    this.half = half;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * Sets how many threads one inference uses on a CPU; has no effect once an encoder was opened.
   *
   * @param threads 1 or more
   */
  public static void useThreads(int threads) {
    TensorEngine.useThreads(threads);
  }

  /**
   * Reads the name of a device without loading the engine.
   *
   * @throws FennecException if it is none of {@code auto}, {@code cpu}, {@code cuda} and {@code
   *     cuda:N}
   */
  public static void checkDevice(String device) throws FennecException {
    Devices.check(device);
  }

  /** Where the assets lie. */
  public FennecHome home() {
    return home;
  }

  /** The history packs. */
  public HistoryShelf histories() {
    return histories;
  }

  /** The encoders and their task features. */
  public EncoderShelf encoders() {
    return encoders;
  }

  /**
   * The encoder for {@code spec}, opened once and kept until the workbench is closed.
   *
   * @throws FennecException if it cannot be made ready
   */
  public synchronized ImageEncoder encoder(String spec) throws FennecException {
    Encoders.Opened known = open.get(spec);
    if (known == null) {
      known = encoders.open(spec, device, half);
      open.put(spec, known);
    }
    return known.encoder();
  }

  /** Chooses anew what {@code auto} means, because encoders were fetched meanwhile. */
  public synchronized void forgetAutomatic() {
    Encoders.Opened known = open.remove("auto");
    if (known != null) {
      known.encoder().close();
    }
  }

  /**
   * Why {@link #encoder} took this encoder and this device, in a sentence or two; empty if there is
   * nothing to say.
   */
  public synchronized String whyEncoder(String spec) throws FennecException {
    encoder(spec);
    return open.get(spec).why();
  }

  /**
   * Embeds the pictures of {@code sources}, at most {@code most} of them, drawn by a fixed seed.
   *
   * @throws FennecException if nothing can be read or the encoder fails
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public synchronized EmbeddingRun embed(
      ImageFolder folder, String encoder, int most, EmbeddingListener listener, Progress progress)
      throws FennecException {
    ImageFolder sample =
        folder.size() > most ? folder.sample(most, ImageFolder.SAMPLE_SEED) : folder;
    return new EmbeddingPipeline(encoder(encoder), cache).run(sample, listener, progress);
  }

  /**
   * Embeds sample pictures of every historical task that has a folder below {@code images}; earlier
   * features of other tasks are kept.
   *
   * @throws FennecException if no task has pictures or the encoder fails
   */
  public synchronized TaskFeatureBuilder.Built embedHistory(
      String encoder, Path images, Progress progress) throws FennecException {
    ImageEncoder opened = encoder(encoder);
    return new TaskFeatureBuilder(new EmbeddingPipeline(opened, cache))
        .build(images, historicalTasks(), progress)
        .keeping(encoders.taskFeatures(opened));
  }

  private List<HistoryTaskImages> historicalTasks() throws FennecException {
    return new HistoryTaskImagesReader().read(home.taskFeatures().resolve("history_tasks.csv"));
  }

  /**
   * Asks {@code published} which historical tasks it has and how large they are.
   *
   * @throws FennecException if it has none, or may not be asked
   */
  public PublishedTaskImages.Plan planPublished(PublishedTaskImages published, Progress progress)
      throws FennecException {
    List<HubRows.Source> sources = HubRows.sources(home.taskFeatures().resolve("datasets.json"));
    List<String> tasks = historicalTasks().stream().map(HistoryTaskImages::task).toList();
    return published.plan(tasks, sources, progress);
  }

  /**
   * Fetches what was planned and embeds it; earlier features of other tasks are kept.
   *
   * @throws FennecException if not one task came, or the encoder fails
   */
  public synchronized PublishedTaskImages.Built embedPublished(
      PublishedTaskImages published,
      PublishedTaskImages.Plan plan,
      String encoder,
      Progress progress)
      throws FennecException {
    ImageEncoder opened = encoder(encoder);
    return published.build(
        plan, new EmbeddingPipeline(opened, cache), encoders.taskFeatures(opened), progress);
  }

  /**
   * From pictures to scores: walk, embed, fit to history, recommend.
   *
   * @throws FennecException with one sentence for the user if nothing can be ranked
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public RankRun rank(RankRequest request, EmbeddingListener listener, Progress progress)
      throws FennecException {
    ImageFolder folder = ImageFolder.open(request.sources(), progress);
    ImageEncoder encoder = encoder(request.encoder());
    EmbeddingRun run = embed(folder, request.encoder(), request.images(), listener, progress);
    checkStillThere(request.sources(), run);
    List<HistoryPackFiles> packs = histories.packs(request.packs());
    Recommender recommender = recommender(packs, encoder, request.settings(), progress);
    TargetTask task = task(request, folder, run);
    Recommendation recommendation = recommend(request, recommender, task, progress);
    List<String> notes = new ArrayList<>();
    if (!whyEncoder(request.encoder()).isEmpty()) {
      notes.add(whyEncoder(request.encoder()));
    }
    if (recommender.history().taskImages().isEmpty()) {
      notes.add(
          "No historical task has images embedded by "
              + encoder.title()
              + ", so the images do not change the transfer score; make them with"
              + " 'fennec history embed'.");
    }
    notes.addAll(recommender.notes());
    if (run.embeddings().size() < folder.size() - run.failed().size()) {
      notes.add(
          run.embeddings().size() + " of " + folder.size() + " images were used, drawn by a seed.");
    }
    return new RankRun(recommendation, provenance(request, packs, encoder, task, run), run, notes);
  }

  /** What is left of a folder that went away is no sample of it. */
  private static void checkStillThere(List<Path> sources, EmbeddingRun run) throws FennecException {
    for (Path source : sources) {
      if (!run.failed().isEmpty() && !Files.exists(source)) {
        throw new FennecException(
            source
                + " was removed or renamed while its images were read; put it back and rank again.");
      }
    }
  }

  /**
   * Scores for a task that was embedded before, for example with another number of clusters;
   * nothing is embedded, and what is fitted already is used again.
   *
   * @throws FennecException with one sentence for the user if nothing can be ranked
   */
  public Recommendation recommend(RankRequest request, TargetTask task, Progress progress)
      throws FennecException {
    return recommend(
        request,
        recommender(
            histories.packs(request.packs()),
            encoder(request.encoder()),
            request.settings(),
            progress),
        task,
        progress);
  }

  private Recommendation recommend(
      RankRequest request, Recommender recommender, TargetTask task, Progress progress)
      throws FennecException {
    Recommendation all =
        recommender.recommend(
            task,
            new NewcomerShelf(home)
                .newcomers(
                    request.zoo(), request.added(), request.settings().clusters(), progress));
    return request.zoo() == RankRequest.ZooChoice.TIMM ? all.onlyEstimated() : all;
  }

  /**
   * The history that {@code request} is ranked with.
   *
   * @throws FennecException if a pack or the features of its tasks cannot be read
   */
  public TransferHistory history(RankRequest request, Progress progress) throws FennecException {
    return recommender(
            histories.packs(request.packs()),
            encoder(request.encoder()),
            request.settings(),
            progress)
        .history();
  }

  /**
   * Where {@code task} lies in the published transfer space of that history, whichever method the
   * ranking uses.
   *
   * @throws FennecException if the history cannot be read
   */
  public TaskSpace taskSpace(RankRequest request, TargetTask task, Progress progress)
      throws FennecException {
    TransferHistory history = history(request, progress);
    return TaskSpace.of(
        LatentTransfer.fit(history, RecommenderSettings.PUBLISHED, progress),
        history.performance().observedCount(),
        task);
  }

  /** When something is made now, for its provenance. */
  public Instant now() {
    return clock.instant();
  }

  private static TargetTask task(RankRequest request, ImageFolder folder, EmbeddingRun run) {
    Path name = request.sources().get(0).toAbsolutePath().normalize().getFileName();
    TargetTask task =
        TargetTask.of(
            request.sources().size() == 1 && name != null ? name.toString() : "images",
            run.embeddings(),
            folder.size());
    return request.classes().isPresent()
        ? new TargetTask(task.name(), task.embeddings(), request.classes(), task.images())
        : task;
  }

  /** The recommender fitted to {@code packs} as {@code encoder} sees their tasks; kept. */
  public Recommender recommender(
      List<HistoryPackFiles> packs,
      ImageEncoder encoder,
      RecommenderSettings settings,
      Progress progress)
      throws FennecException {
    return recommenders.fitted(packs, encoder, settings, progress);
  }

  /**
   * The vectors of all architectures; read once and kept.
   *
   * @throws FennecException if they cannot be read
   */
  public ArchitectureNeighbourhood architectures(Progress progress) throws FennecException {
    return recommenders.architectures(progress);
  }

  private Provenance provenance(
      RankRequest request,
      List<HistoryPackFiles> packs,
      ImageEncoder encoder,
      TargetTask task,
      EmbeddingRun run) {
    return new Provenance(
        ProgramVersion.NAME,
        System.getProperty("java.version"),
        encoder.id(),
        encoder.title(),
        encoder.weightsSha256(),
        encoder.device(),
        task.name(),
        run.fingerprint(),
        run.embeddings().size(),
        run.failed().size(),
        RecommenderShelf.stamps(packs),
        request.settings(),
        request.settings().method().defaultAlpha(),
        clock.instant());
  }

  @Override
  public synchronized void close() {
    open.values().forEach(opened -> opened.encoder().close());
    open.clear();
  }
}
