package fennec.app;

import fennec.error.FennecException;
import fennec.io.RankOptions;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferMethod;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is to be ranked, and how.
 *
 * @param sources a folder, a zip archive, or pictures
 * @param encoder {@code auto}, {@code built-in}, {@code clip:PATH}, {@code dinov2:PATH} or {@code
 *     torchscript:PATH}
 * @param packs names of history packs or folders of packs; empty for those joined by default
 * @param settings how the recommender is fitted
 * @param images most pictures that are embedded; a larger folder is sampled by a fixed seed
 * @param classes number of classes, where the user says so
 * @param zoo which models are ranked beside those of the history
 * @param added files of dataflow graphs to rank as models of their own
 */
public record RankRequest(
    List<Path> sources,
    String encoder,
    List<String> packs,
    RecommenderSettings settings,
    int images,
    OptionalInt classes,
    ZooChoice zoo,
    List<Path> added) {

  /** Which models are ranked. */
  public enum ZooChoice {
    /** Those with a history. */
    HISTORY,
    /** Only the published timm models. */
    TIMM,
    /** Both. */
    ALL
  }

  /** Pictures that are embedded unless told otherwise; 100 are enough for the published method. */
  public static final int DEFAULT_IMAGES = 500;

  /** Copies the lists. */
  public RankRequest {
    sources = List.copyOf(sources);
    packs = List.copyOf(packs);
    added = List.copyOf(added);
  }

  /** A request with default settings. */
  public static RankRequest of(List<Path> sources, String encoder) {
    return of(sources, encoder, RecommenderSettings.PUBLISHED_CLUSTERS);
  }

  /** A request with default settings but for the number of clusters of architectures. */
  public static RankRequest of(List<Path> sources, String encoder, int clusters) {
    return new RankRequest(
        sources,
        encoder,
        List.of(),
        RecommenderSettings.DEFAULT.withClusters(clusters),
        DEFAULT_IMAGES,
        OptionalInt.empty(),
        ZooChoice.HISTORY,
        List.of());
  }

  /**
   * A request with the method, factors, packs and models of {@code options}; its device is that of
   * the {@link Workbench}.
   *
   * @throws FennecException if the method or the zoo is not known
   */
  public static RankRequest of(
      List<Path> sources, String encoder, int clusters, RankOptions options)
      throws FennecException {
    RecommenderSettings standard = RecommenderSettings.DEFAULT;
    return new RankRequest(
        sources,
        encoder,
        options.history(),
        new RecommenderSettings(
            named("method", TransferMethod.values(), options.method()),
            options.latentSize(),
            standard.trees(),
            standard.penalty(),
            standard.seed(),
            clusters),
        DEFAULT_IMAGES,
        OptionalInt.empty(),
        named("zoo", ZooChoice.values(), options.zoo()),
        List.of());
  }

  private static <E extends Enum<E>> E named(String what, E[] all, String name)
      throws FennecException {
    return Arrays.stream(all)
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new FennecException(
                    "There is no " + what + " " + name + "; choose another in the settings."));
  }
}
