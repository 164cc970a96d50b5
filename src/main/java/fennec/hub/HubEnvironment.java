package fennec.hub;

import fennec.error.FennecException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the Hub is, where its cache lies and whether it may be asked, from the variables that the
 * {@code huggingface_hub} library reads.
 *
 * @param endpoint {@code HF_ENDPOINT}, by default https://huggingface.co
 * @param rows server of data set rows, {@code HF_DATASETS_SERVER}, by default
 *     https://datasets-server.huggingface.co
 * @param cache {@code HF_HUB_CACHE}, else {@code hub} in {@code HF_HOME}, else in {@code
 *     ~/.cache/huggingface}
 * @param token {@code HF_TOKEN}, else the content of {@code HF_TOKEN_PATH}, else of {@code token}
 *     in {@code HF_HOME}; sent to the endpoint's host only
 * @param offline {@code HF_HUB_OFFLINE}
 */
public record HubEnvironment(
    URI endpoint, URI rows, Path cache, Optional<String> token, boolean offline) {

  private static final Set<String> TRUE = Set.of("1", "true", "yes", "on");

  /**
   * Reads the variables of this process.
   *
   * @throws FennecException if one of them makes no sense
   */
  public static HubEnvironment ofProcess() throws FennecException {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * Reads {@code variables}; {@code home} is the user's folder.
   *
   * @throws FennecException if an address is none, or the token file cannot be read
   */
  public static HubEnvironment of(Map<String, String> variables, Path home) throws FennecException {
    Path caches = path(variables, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    Path root = path(variables, "HF_HOME").orElse(caches.resolve("huggingface"));
    return new HubEnvironment(
        address(variables, "HF_ENDPOINT", "https://huggingface.co"),
        address(variables, "HF_DATASETS_SERVER", "https://datasets-server.huggingface.co"),
        path(variables, "HF_HUB_CACHE").orElse(root.resolve("hub")),
        token(variables, root),
        TRUE.contains(variables.getOrDefault("HF_HUB_OFFLINE", "").toLowerCase(Locale.ROOT)));
  }

  private static Optional<Path> path(Map<String, String> variables, String name) {
    return value(variables, name).map(Path::of);
  }

  private static Optional<String> value(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static URI address(Map<String, String> variables, String name, String absent)
      throws FennecException {
    String text = value(variables, name).orElse(absent).replaceAll("/+$", "");
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (java.net.URISyntaxException e) {
      throw new FennecException(name + " is no web address: " + text + ".", e);
    }
    throw new FennecException(name + " is no web address: " + text + ".");
  }

  private static Optional<String> token(Map<String, String> variables, Path root)
      throws FennecException {
    Optional<String> direct = value(variables, "HF_TOKEN");
    if (direct.isPresent()) {
      return direct;
    }
    Path file = path(variables, "HF_TOKEN_PATH").orElse(root.resolve("token"));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file).strip()).filter(t -> !t.isEmpty());
    } catch (IOException e) {
      throw new FennecException("Cannot read the token in " + file + ".", e);
    }
  }

  /**
   * Returns if the network may be used.
   *
   * @throws FennecException saying that it may not
   */
  void checkOnline() throws FennecException {
    if (offline) {
      throw new FennecException(
          "HF_HUB_OFFLINE is set, so nothing is fetched; unset it to download.");
    }
  }

  /** The record as text without the token. */
  @Override
  public String toString() {
    return "HubEnvironment[" + endpoint + ", " + cache + (offline ? ", offline]" : "]");
  }
}
