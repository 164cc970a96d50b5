package fennec.app;

import fennec.embedding.ImageEncoder;
import fennec.embedding.TaskFeatures;
import fennec.encoder.Encoders;
import fennec.error.FennecException;
import fennec.file.UserFolders;
import fennec.hub.EncoderCatalogue;
import fennec.hub.HubCache;
import fennec.hub.HubEnvironment;
import fennec.io.TaskFeaturesReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Opens image encoders by the words of the command line and finds the task features made by them.
 */
public final class EncoderShelf {

  private final FennecHome home;

  /** A shelf over the encoders that come with the program. */
  public EncoderShelf(FennecHome home) {
    this.home = home;
  }

  /**
   * Opens an encoder.
   *
   * @param spec {@code auto}, {@code built-in}, {@code clip:PATH}, {@code dinov2:PATH}, {@code
   *     torchscript:PATH} or a name of the catalogue
   * @param device {@code auto}, {@code cpu} or {@code cuda:N}
   * @param half half precision, on a GPU only
   * @throws fennec.error.EncoderUnavailableException if it cannot be made ready
   * @throws FennecException if {@code spec} or {@code device} is not understood
   */
  public Encoders.Opened open(String spec, String device, boolean half) throws FennecException {
    HubCache cache = new HubCache(HubEnvironment.ofProcess().cache());
    EncoderCatalogue catalogue = EncoderCatalogue.read();
    return Encoders.open(
        new Encoders.Request(spec, device, half),
        new Encoders.Places(
            home.encoders().resolve("built-in"),
            name -> catalogue.find(name).flatMap(entry -> cache.snapshot(entry.repository())),
            id -> featureFiles(id).stream().anyMatch(Files::exists)));
  }

  /**
   * An encoder of the catalogue.
   *
   * @param name as the command line takes it
   * @param title its name for people
   * @param repository where it is published
   * @param licence its licence
   * @param here whether its files are in the cache
   * @param lacksFeatures whether it is here and no features of historical tasks were made by it
   */
  public record Fetchable(
      String name,
      String title,
      String repository,
      String licence,
      boolean here,
      boolean lacksFeatures) {}

  /** The encoders of the catalogue in its order; looks into the cache, asks no network. */
  List<Fetchable> fetchable(HubEnvironment environment) {
    HubCache cache = new HubCache(environment.cache());
    return EncoderCatalogue.read().entries().stream()
        .map(
            entry ->
                new Fetchable(
                    entry.name(),
                    entry.title(),
                    entry.repository(),
                    entry.licence(),
                    cache.snapshot(entry.repository()).isPresent(),
                    cache
                        .weightsHash(entry.repository())
                        .map(hash -> !hasFeatures(entry.family(), hash))
                        .orElse(false)))
        .toList();
  }

  /**
   * Whether there is a file of features by weights with this hash, whatever their preprocessing.
   */
  private boolean hasFeatures(String family, String hash) {
    String start = fileName(family + ":" + hash.substring(0, 12) + "-").replace(".safetensors", "");
    return Files.exists(home.taskFeatures().resolve(fileName(family)))
        || holds(ownTaskFeatures(), start)
        || holds(home.taskFeatures(), start);
  }

  private static boolean holds(Path folder, String start) {
    String[] names = folder.toFile().list((in, name) -> name.startsWith(start));
    return names != null && names.length > 0;
  }

  private List<Path> featureFiles(String encoderId) {
    return List.of(
        ownTaskFeatures().resolve(fileName(encoderId)),
        home.taskFeatures().resolve(fileName(encoderId)),
        home.taskFeatures().resolve(fileName(encoderId.split(":", 2)[0])));
  }

  /**
   * Features of historical tasks made by {@code encoder}: those that {@code fennec history embed}
   * made on this machine, else those that came with the program; empty if there are none.
   *
   * @throws FennecException if a file that should hold them cannot be read
   */
  public TaskFeatures taskFeatures(ImageEncoder encoder) throws FennecException {
    for (Path file : featureFiles(encoder.id())) {
      if (Files.exists(file)) {
        TaskFeatures features = new TaskFeaturesReader().read(file);
        if (features.encoderId().equals(encoder.id())) {
          return features;
        }
      }
    }
    return new TaskFeatures(encoder.id(), new TreeMap<>());
  }

  /** Where features made on this machine are kept. */
  public static Path ownTaskFeatures() {
    return UserFolders.cache().resolve("task-features");
  }

  /** The name of the file with the features of one encoder. */
  public static String fileName(String encoderId) {
    return encoderId.replaceAll("[^A-Za-z0-9._-]", "_") + ".safetensors";
  }
}
