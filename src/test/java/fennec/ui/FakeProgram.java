package fennec.ui;

import fennec.embedding.DecodedImage;
import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import fennec.error.FennecException;
import fennec.io.ArchitectureWork;
import fennec.progress.Progress;
import fennec.recommend.Contribution;
import fennec.recommend.MetaPrediction;
import fennec.recommend.PackStamp;
import fennec.recommend.Provenance;
import fennec.recommend.Recommendation;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TargetTask;
import fennec.recommend.TaskShare;
import fennec.recommend.TransferPrediction;
import fennec.ui.architecture.ArchitectureService;
import fennec.ui.architecture.FakeArchitectures;
import fennec.ui.fetch.EncoderDownloads;
import fennec.ui.fetch.EncoderKeeping;
import fennec.ui.ranking.QualityCurve;
import fennec.ui.session.FailedImage;
import fennec.ui.session.TargetRun;
import fennec.ui.target.EncoderChoice;
import fennec.ui.target.EncoderReady;
import fennec.ui.target.ImageWatcher;
import fennec.ui.target.RecommendationService;
import fennec.ui.target.SampleTask;
import fennec.ui.target.TargetRequest;
import fennec.zoo.PretrainedModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A program with invented scores, deterministic, for tests of the window alone. */
public final class FakeProgram implements RecommendationService {

  private static final String[] FAMILIES = {
    "ConvNeXt", "DenseNet", "EfficientNet", "ResNet", "Swin", "ViT"
  };

  private final int models;
  private final List<SampleTask> samples;

  /** When set, a run waits here after half of its images until it is counted down or cancelled. */
  public volatile CountDownLatch halfWay;

  /** Keeps encoders; null for a program without any. */
  public EncoderKeeping keeping;

  /** Images whose vectors are told to be there from an earlier run. */
  public Set<String> kept = Set.of();

  /** Fetches encoders; null for a program that has them all. */
  public EncoderDownloads downloads;

  /** Encoders to choose from. */
  public Supplier<List<EncoderChoice>> choices = FakeProgram::standardChoices;

  /** Creates a program with {@code models} candidates. */
  public FakeProgram(int models, List<SampleTask> samples) {
    this.models = models;
    this.samples = List.copyOf(samples);
  }

  /** The program as the window takes it. */
  public Services services() {
    return services(new FakeArchitectures());
  }

  /** The same with these graphs. */
  public Services services(ArchitectureService graphs) {
    return new Services(
        this,
        (run, alpha, thumbnails, target, progress) -> {
          StringBuilder text = new StringBuilder("rank,model\n");
          run.recommendation()
              .ranking(alpha)
              .models()
              .forEach(
                  m -> text.append(m.rank()).append(',').append(m.model().name()).append('\n'));
          fennec.file.AtomicFile.write(
              target,
              out -> out.write(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        },
        graphs,
        new FakeClusters(),
        new FakeTasks(),
        Map.of("torchvision.resnet50", new ArchitectureWork(224, 4_100_000_000L)),
        Optional.of(
            new QualityCurve(
                new double[] {0, 0.25, 0.5, 0.75, 1},
                new double[] {0.55, 0.66, 0.7, 0.64, 0.5},
                "an invented curve")),
        new FakeEvaluation());
  }

  @Override
  public EncoderDownloads downloads() {
    return downloads;
  }

  @Override
  public List<EncoderChoice> encoders() {
    return choices.get();
  }

  private static List<EncoderChoice> standardChoices() {
    return List.of(
        new EncoderChoice("auto", "Best available", true, "Built-in encoder; CLIP ranks better."),
        new EncoderChoice("built-in", "Built-in encoder", true, "Always here, 64 pixels."),
        new EncoderChoice(
            "clip", "CLIP ViT-B/32", false, "Get it with: fennec encoder get clip-vit-b-32"));
  }

  @Override
  public List<SampleTask> sampleTasks() {
    return samples;
  }

  @Override
  public EncoderKeeping keeping() {
    return keeping;
  }

  @Override
  public EncoderReady warmUp(String encoder, Progress progress) {
    return new EncoderReady("Built-in encoder on CPU, 2 cores", "No NVIDIA driver was found.");
  }

  @Override
  public DecodedImage read(List<Path> sources, String file) throws FennecException {
    return decode(sources.get(0).resolve(file));
  }

  private static DecodedImage decode(Path path) throws FennecException {
    try {
      BufferedImage image = ImageIO.read(path.toFile());
      if (image == null) {
        throw new FennecException(path.getFileName() + " is no picture.");
      }
      byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
      for (int i = 0; i < rgb.length / 3; i++) {
        int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
        rgb[3 * i] = (byte) (argb >> 16);
        rgb[3 * i + 1] = (byte) (argb >> 8);
        rgb[3 * i + 2] = (byte) argb;
      }
      return new DecodedImage(
          path.getFileName().toString(), image.getWidth(), image.getHeight(), rgb);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + path + ".", e);
    }
  }

  @Override
  public TargetRun recommend(TargetRequest request, ImageWatcher watcher, Progress progress)
      throws FennecException {
    Path folder = request.sources().get(0);
    List<String> files = list(folder);
    watcher.found(files);
    List<FailedImage> failed = new ArrayList<>();
    List<EmbeddedImage> used = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (halfWay != null && i == files.size() / 2) {
        waitHalfWay(progress);
      }
      progress.checkCancelled();
      progress.step(i, files.size(), "embedding");
      String file = files.get(i);
      try {
        DecodedImage image = decode(folder.resolve(file));
        watcher.decoded(file, image);
        watcher.embedded(file, kept.contains(file));
        used.add(new EmbeddedImage(file, "", image.width(), image.height()));
      } catch (FennecException e) {
        watcher.failed(file, e.getMessage());
        failed.add(new FailedImage(file, e.getMessage()));
      }
    }
    if (used.isEmpty()) {
      throw new FennecException("There is no readable image in " + folder + ".");
    }
    Recommendation recommendation = recommendation(folder.getFileName().toString(), used, models);
    return new TargetRun(
        request.sources(),
        request.encoder(),
        recommendation,
        provenance(folder, used, failed),
        failed,
        request.options(),
        List.of());
  }

  @Override
  public TargetRun recluster(TargetRun run, int clusters, Progress progress) {
    return new TargetRun(
        run.sources(),
        run.encoderChoice(),
        run.recommendation(),
        run.provenance()
            .withSettings(run.provenance().settings().withClusters(clusters), Instant.EPOCH),
        run.failed());
  }

  private void waitHalfWay(Progress progress) {
    try {
      while (!halfWay.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        progress.checkCancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> list(Path folder) throws FennecException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new FennecException("Cannot read the folder " + folder + ".", e);
    }
  }

  private static Provenance provenance(
      Path folder, List<EmbeddedImage> used, List<FailedImage> failed) {
    return new Provenance(
        "Fennec Workbench test",
        "17",
        "fake:1",
        "Fake",
        "0".repeat(64),
        "CPU",
        folder.getFileName().toString(),
        fennec.file.ContentHash.of(used.toString()),
        used.size(),
        failed.size(),
        List.of(new PackStamp("invented", "1".repeat(64))),
        RecommenderSettings.DEFAULT,
        0.5,
        Instant.EPOCH);
  }

  /** A finished run with {@code count} invented models. */
  public static TargetRun run(int count) {
    List<EmbeddedImage> used = List.of(new EmbeddedImage("a.png", "", 4, 4));
    Path images = Path.of("flowers");
    return new TargetRun(
        List.of(images),
        "auto",
        recommendation("flowers", used, count),
        provenance(images, used, List.of()),
        List.of());
  }

  /** Invented scores of {@code count} invented models. */
  public static Recommendation recommendation(String task, List<EmbeddedImage> used, int count) {
    SplittableRandom random = new SplittableRandom(7);
    List<PretrainedModel> candidates = new ArrayList<>();
    double[] transfer = new double[count];
    double[] meta = new double[count];
    boolean[] estimated = new boolean[count];
    double[][] draws = new double[25][count];
    for (int i = 0; i < count; i++) {
      String family = FAMILIES[i * FAMILIES.length / count];
      long parameters = (long) (5e6 * Math.pow(10, 2 * random.nextDouble()));
      candidates.add(
          new PretrainedModel(
              String.format(Locale.ROOT, "%s_%05d.in1k", family.toLowerCase(Locale.ROOT), i),
              family,
              FakeClusters.architectureOf(i, family),
              OptionalLong.of(parameters),
              OptionalInt.of(i % 3 == 0 ? 384 : 224),
              i % 2 == 0 ? "imagenet" : "imagenet-22k",
              OptionalDouble.of(0.8),
              "https://example.org/" + i));
      transfer[i] = 0.55 + 0.4 * random.nextDouble();
      meta[i] = 0.6 + 0.3 * random.nextDouble();
      estimated[i] = i % 5 == 0;
      for (double[] draw : draws) {
        draw[i] = transfer[i] + 0.04 * (random.nextDouble() - 0.5);
      }
    }
    float[][] vectors = new float[used.size()][2];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = new float[] {1 + i % 3, i};
    }
    return new Recommendation(
        TargetTask.of(task, new ImageEmbeddings("fake:1", 2, used, vectors), used.size()),
        candidates,
        new TransferPrediction(
            transfer,
            draws,
            List.of(
                new TaskShare("pets", "Oxford-IIIT Pet", 0.38),
                new TaskShare("dogs", "Stanford Dogs", 0.27),
                new TaskShare("flowers", "Oxford Flowers 102", 0.2),
                new TaskShare("cars", "Stanford Cars", 0.15)),
            new double[] {0.2, 0.4, 0.1, 0.2, 0.1}),
        new MetaPrediction(
            meta,
            0.03,
            i ->
                List.of(
                    new Contribution("parameters", "86 M", 0.031),
                    new Contribution("cluster", "7", 0.018),
                    new Contribution("input size", "224", -0.011),
                    new Contribution("pre-training data", "imagenet-22k", 0.009))),
        estimated);
  }
}
