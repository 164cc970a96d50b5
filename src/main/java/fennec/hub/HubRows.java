package fennec.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Sample pictures of published data sets, by the rows interface of the data sets server: {@code
 * /size} for the number of rows, {@code /rows} for blocks of them. Blocks begin at seeded random
 * offsets, so the same seed asks for the same rows.
 */
public final class HubRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 10;
  private static final int JSON_LIMIT = 32 << 20;
  private static final int IMAGE_LIMIT = 64 << 20;
  private static final int ATTEMPTS = 4;

  private final HubEnvironment environment;
  private final HubClient client;
  private final Duration pause;

  /** Asks {@code environment}'s rows server. */
  public HubRows(HubEnvironment environment) {
    this(environment, Duration.ofMillis(500));
  }

  /** Waits {@code pause} before it asks a busy server again, doubling. */
  HubRows(HubEnvironment environment, Duration pause) {
    this.environment = environment;
    this.client = new HubClient(environment, Duration.ofSeconds(60));
    this.pause = pause;
  }

  /**
   * Where the pictures of a task are published.
   *
   * @param task its name in the history
   * @param dataset for example {@code uoft-cs/cifar10}
   * @param config for example {@code plain_text}
   * @param split for example {@code train}
   * @param column with the picture; empty for the first that has pictures
   * @param verified whether somebody has fetched rows by this entry
   */
  public record Source(
      String task, String dataset, String config, String split, String column, boolean verified) {}

  /**
   * How much there is.
   *
   * @param rows in the split
   * @param bytes of the split as it is stored; 0 if the server does not say
   */
  public record Size(long rows, long bytes) {

    /** What {@code count} rows weigh at the mean of all, in bytes; 0 if it is not known. */
    public long bytesOf(int count) {
      return Math.round((double) bytes / rows * Math.min(count, rows));
    }
  }

  /**
   * What came.
   *
   * @param folder with the pictures
   * @param images number of pictures in it
   * @param failed number of rows whose picture could not be had
   */
  public record Sample(Path folder, int images, int failed) {}

  /** The server that is asked. */
  public URI server() {
    return environment.rows();
  }

  /**
   * Reads the list of sources, {@code assets/task-features/datasets.json}.
   *
   * @throws FennecException if {@code file} is not such a list
   */
  public static List<Source> sources(Path file) throws FennecException {
    List<Source> sources = new ArrayList<>();
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      for (JsonNode node : root.path("sources")) {
        sources.add(JSON.treeToValue(node, Source.class));
      }
    } catch (IOException e) {
      throw new FennecException(file + " is no list of data sets.", e);
    }
    return sources;
  }

  /**
   * Fetches up to {@code count} pictures into {@code parent/task}.
   *
   * @throws FennecException if offline, the server refuses, or not one picture came
   */
  public Sample fetch(Source source, int count, long seed, Path parent, Progress progress)
      throws FennecException {
    environment.checkOnline();
    Path folder = parent.resolve(source.task().replaceAll("[^A-Za-z0-9._-]", "_"));
    long rows = size(source, progress).rows();
    int done = 0;
    int failed = 0;
    for (long offset : offsets(rows, count, seed)) {
      progress.checkCancelled();
      int length = (int) Math.min(Math.min(BLOCK, count - done - failed), rows - offset);
      if (length < 1) {
        break;
      }
      JsonNode answer = json("/rows", source, "&offset=" + offset + "&length=" + length, progress);
      String column = column(source, answer);
      for (JsonNode row : answer.path("rows")) {
        boolean came = picture(row, column, folder, progress);
        done += came ? 1 : 0;
        failed += came ? 0 : 1;
        progress.step((long) done + failed, count, "rows of " + source.task());
      }
    }
    if (done == 0) {
      throw new FennecException("Not one picture of " + source.dataset() + " could be fetched.");
    }
    return new Sample(folder, done, failed);
  }

  /** Distinct first rows of blocks, ascending; blocks do not overlap. */
  static List<Long> offsets(long rows, int count, long seed) {
    long blocks = (rows + BLOCK - 1) / BLOCK;
    int wanted = (int) Math.min(blocks, (count + BLOCK - 1) / BLOCK);
    TreeSet<Long> chosen = new TreeSet<>();
    SplittableRandom random = new SplittableRandom(seed);
    while (chosen.size() < wanted) {
      chosen.add(random.nextLong(blocks) * BLOCK);
    }
    return new ArrayList<>(chosen);
  }

  /**
   * Asks how many rows the split of {@code source} has.
   *
   * @throws FennecException if offline, the server refuses, or there are none
   */
  public Size size(Source source, Progress progress) throws FennecException {
    for (JsonNode split : json("/size", source, "", progress).path("size").path("splits")) {
      if (split.path("split").asText().equals(source.split())
          && split.path("config").asText().equals(source.config())
          && split.path("num_rows").asLong() > 0) {
        return new Size(
            split.path("num_rows").asLong(),
            Math.max(0, split.path("num_bytes_parquet_files").asLong()));
      }
    }
    throw new FennecException(
        String.format(
            "%s has no rows in split %s of %s.",
            source.dataset(), source.split(), source.config()));
  }

  private static String column(Source source, JsonNode answer) throws FennecException {
    for (JsonNode feature : answer.path("features")) {
      String name = feature.path("name").asText();
      boolean wanted = source.column().isEmpty() || source.column().equals(name);
      if (wanted && feature.path("type").path("_type").asText().equals("Image")) {
        return name;
      }
    }
    throw new FennecException(
        source.dataset()
            + " has no pictures in "
            + (source.column().isEmpty() ? "any column." : "column " + source.column() + "."));
  }

  private boolean picture(JsonNode row, String column, Path folder, Progress progress)
      throws FennecException {
    JsonNode cell = row.path("row").path(column);
    Optional<URI> address = address(cell.path("src").asText());
    if (address.isEmpty()) {
      return false;
    }
    byte[] bytes;
    String type;
    try {
      HttpResponse<InputStream> response = get(address.get(), progress);
      type = response.headers().firstValue("Content-Type").orElse("");
      bytes = body(response, IMAGE_LIMIT);
    } catch (HubException | IOException e) {
      return false;
    }
    String ending = type.contains("png") ? ".png" : type.contains("webp") ? ".webp" : ".jpg";
    String name = String.format("%08d%s", row.path("row_idx").asLong(), ending);
    AtomicFile.write(folder.resolve(name), out -> out.write(bytes));
    return true;
  }

  private Optional<URI> address(String text) {
    try {
      URI uri = environment.rows().resolve(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean safe =
          "http".equals(environment.rows().getScheme()) || "https".equals(uri.getScheme());
      return text.isEmpty() || !web || !safe || uri.getHost() == null
          ? Optional.empty()
          : Optional.of(uri);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Asks again, later and later, while the server is busy or out of reach. */
  private HttpResponse<InputStream> get(URI uri, Progress progress) throws FennecException {
    for (int failures = 0; ; failures++) {
      progress.checkCancelled();
      try {
        return client.send("GET", uri, Map.of(), false);
      } catch (HubException e) {
        if (!e.retryable() || failures + 1 >= ATTEMPTS) {
          throw e;
        }
        Transfer.await(Math.max(e.waitMillis(), pause.toMillis() << failures), progress);
      }
    }
  }

  private JsonNode json(String path, Source source, String more, Progress progress)
      throws FennecException {
    String query =
        "?dataset="
            + encoded(source.dataset())
            + "&config="
            + encoded(source.config())
            + (path.equals("/size") ? "" : "&split=" + encoded(source.split()))
            + more;
    URI uri = URI.create(environment.rows() + path + query);
    try {
      return JSON.readTree(body(get(uri, progress), JSON_LIMIT));
    } catch (IOException e) {
      throw new FennecException(
          uri.getHost() + " gave no sound answer about " + source.dataset() + ".", e);
    }
  }

  private static byte[] body(HttpResponse<InputStream> response, int limit) throws IOException {
    try (InputStream in = response.body()) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new IOException("more than " + limit + " bytes");
      }
      return bytes;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
