package fennec.encoder;

import fennec.embedding.ImageEncoder;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Opens an encoder by what a user writes: {@code auto}, {@code built-in}, {@code clip:PATH}, {@code
 * dinov2:PATH}, {@code torchscript:PATH}, or a name that the catalogue knows, such as {@code clip}.
 */
public final class Encoders {

  private Encoders() {}

  /**
   * What is wanted.
   *
   * @param spec one of the forms above
   * @param device {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}
   * @param half half precision, which only a GPU computes
   */
  public record Request(String spec, String device, boolean half) {}

  /**
   * Where encoders are found.
   *
   * @param builtIn folder of the built-in encoder
   * @param cached folder of an encoder that was fetched, by a name of the catalogue; empty if the
   *     name is not known or the encoder was not fetched
   * @param hasTaskFeatures whether features of the historical tasks are there for an encoder's id
   */
  public record Places(
      Path builtIn, Function<String, Optional<Path>> cached, Predicate<String> hasTaskFeatures) {}

  /**
   * An encoder ready to use; the caller closes it.
   *
   * @param encoder itself
   * @param why this one and this device, in a sentence or two
   */
  public record Opened(ImageEncoder encoder, String why) {}

  /**
   * Opens what is wanted.
   *
   * @throws EncoderUnavailableException if its files are missing or the engine does not load
   * @throws FennecException if {@code request} makes no sense, or a file in it is not sound
   */
  public static Opened open(Request request, Places places) throws FennecException {
    Devices.Choice device = Devices.choose(request.device());
    if (request.half() && device.name().equals("cpu")) {
      throw new FennecException(
          "Half precision needs a GPU; the encoder would run on " + device.title() + ".");
    }
    Placement placement = new Placement(device, request.half());
    String spec = request.spec();
    Opened opened =
        spec.equals("auto")
            ? automatic(placement, places)
            : new Opened(named(spec, placement, places), "");
    return new Opened(opened.encoder(), (opened.why() + " " + device.whyNoGpu()).strip());
  }

  private static Opened automatic(Placement placement, Places places) throws FennecException {
    Optional<Path> clip = places.cached().apply("clip");
    if (clip.isEmpty()) {
      return new Opened(
          builtIn(placement, places),
          "The built-in encoder is used, because CLIP was not fetched (\"Get CLIP\" in the window,"
              + " fennec encoder get clip in a terminal).");
    }
    ImageEncoder encoder = VisionCheckpoints.open(clip.get(), placement);
    if (places.hasTaskFeatures().test(encoder.id())) {
      return new Opened(
          encoder, encoder.title() + " is used, because its weights and task features are there.");
    }
    String title = encoder.title();
    encoder.close();
    return new Opened(
        builtIn(placement, places),
        "The built-in encoder is used, because "
            + title
            + " has no features of the historical tasks yet (fennec history embed --encoder clip).");
  }

  private static ImageEncoder named(String spec, Placement placement, Places places)
      throws FennecException {
    int colon = spec.indexOf(':');
    String kind = colon < 0 ? spec : spec.substring(0, colon);
    if (spec.equals("built-in")) {
      return builtIn(placement, places);
    }
    if (colon > 0) {
      Path path = Path.of(spec.substring(colon + 1));
      switch (kind) {
        case "torchscript" -> {
          return TorchScriptEncoder.open(path, placement.choice());
        }
        case "clip", "dinov2" -> {
          return checked(kind, VisionCheckpoints.open(path, placement), path);
        }
        default -> throw unknown(spec);
      }
    }
    Optional<Path> cached = places.cached().apply(spec);
    if (cached.isPresent()) {
      return VisionCheckpoints.open(cached.get(), placement);
    }
    if (Files.exists(Path.of(spec))) {
      throw new FennecException(
          "Say what kind of encoder " + spec + " is: clip:, dinov2: or torchscript: before it.");
    }
    throw new EncoderUnavailableException(
        "The encoder '"
            + spec
            + "' is not here; fennec encoder list shows the names; \"Get CLIP\" in the window or"
            + " fennec encoder get fetches one.");
  }

  private static ImageEncoder checked(String kind, ImageEncoder encoder, Path path)
      throws FennecException {
    if (!encoder.id().startsWith(kind + ":")) {
      String title = encoder.title();
      encoder.close();
      throw new FennecException(path + " holds " + title + ", which is no " + kind + ".");
    }
    return encoder;
  }

  private static ImageEncoder builtIn(Placement placement, Places places) throws FennecException {
    return TorchScriptEncoder.open(places.builtIn(), placement.choice());
  }

  private static FennecException unknown(String spec) {
    return new FennecException(
        "There is no encoder '"
            + spec
            + "'; say auto, built-in, clip:PATH, dinov2:PATH, torchscript:PATH or a name from fennec"
            + " encoder list.");
  }
}
