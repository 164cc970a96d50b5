package fennec.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * Fetches an encoder's files into the Hugging Face cache in two steps: {@link #plan} asks the
 * server for sizes, so that a person can agree; {@link #fetch} brings what is missing. What came
 * before an interruption is kept and used.
 */
public final class HubDownload {

  /** Names under which weights are published, best first. */
  static final List<String> WEIGHTS =
      List.of("model.safetensors", "model.safetensors.index.json", "pytorch_model.bin");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SPARE = 64L << 20;
  private static final long INDEX_LIMIT = 16L << 20;

  private final HubEnvironment environment;
  private final HubClient client;
  private final HubCache cache;
  private final Transfer transfer;
  private final ToLongFunction<Path> freeSpace;

  /** Downloads into {@code environment}'s cache; 30 seconds of silence count as a stall. */
  public HubDownload(HubEnvironment environment) {
    this(environment, Patience.USUAL, HubDownload::usable);
  }

  HubDownload(HubEnvironment environment, Patience patience, ToLongFunction<Path> freeSpace) {
    this.environment = environment;
    this.client = new HubClient(environment, patience.answer());
    this.cache = new HubCache(environment.cache());
    this.transfer = new Transfer(client, patience.stall(), patience.pause());
    this.freeSpace = freeSpace;
  }

  /**
   * How long to wait for a server.
   *
   * @param answer for the start of an answer
   * @param stall without a byte, before a connection is taken up anew
   * @param pause before trying again, doubled with every failure
   */
  record Patience(Duration answer, Duration stall, Duration pause) {

    static final Patience USUAL =
        new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(500));
  }

  /**
   * What a download would bring.
   *
   * @param entry of the catalogue
   * @param files all files the encoder needs
   * @param totalBytes of all of them
   * @param missingBytes still to be fetched, partial files counted as far as they go
   * @param target folder of the repository in the cache
   */
  public record Plan(
      CatalogueEntry entry,
      List<String> files,
      long totalBytes,
      long missingBytes,
      Path target,
      List<RemoteFile> remote) {

    Plan(CatalogueEntry entry, List<RemoteFile> remote, long missingBytes, Path target) {
      this(
          entry,
          remote.stream().map(RemoteFile::name).toList(),
          remote.stream().mapToLong(RemoteFile::size).sum(),
          missingBytes,
          target,
          List.copyOf(remote));
    }
  }

  /**
   * Asks the server which files there are and how large.
   *
   * @throws FennecException if offline, or the server refuses
   */
  public Plan plan(CatalogueEntry entry) throws FennecException {
    environment.checkOnline();
    List<RemoteFile> files = new ArrayList<>();
    files.add(head(entry, "main", "config.json"));
    String commit = files.get(0).commit();
    files.add(head(entry, commit, "preprocessor_config.json"));
    RemoteFile weights = weights(entry, commit);
    files.add(weights);
    if (weights.name().endsWith(".json")) {
      for (String shard : shards(entry, weights)) {
        files.add(head(entry, commit, shard));
      }
    }
    try {
      long missing = 0;
      for (RemoteFile file : files) {
        missing += missing(entry, file);
      }
      return new Plan(entry, files, missing, cache.repository(entry.repository()));
    } catch (IOException e) {
      throw new FennecException(
          "Cannot read " + cache.folder() + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  /**
   * Fetches what {@code plan} found missing and returns the snapshot's folder.
   *
   * @throws FennecException if the disk is too full, another program is fetching the same, or the
   *     server fails for good
   */
  public Path fetch(Plan plan, Progress progress) throws FennecException {
    environment.checkOnline();
    CatalogueEntry entry = plan.entry();
    Path lockFile = cache.folder().resolve(".locks").resolve(plan.target().getFileName() + ".lock");
    try {
      Files.createDirectories(lockFile.getParent());
      Files.createDirectories(plan.target());
      checkSpace(plan);
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock == null) {
          throw busy(entry, null);
        }
        bring(plan, progress);
      } catch (OverlappingFileLockException e) {
        throw busy(entry, e);
      }
    } catch (IOException e) {
      throw new FennecException(
          "Cannot write to " + cache.folder() + ": " + AtomicFile.reason(e) + ".", e);
    }
    String commit = plan.remote().get(0).commit();
    cache.setMain(entry.repository(), commit);
    return plan.target().resolve("snapshots").resolve(commit);
  }

  private void bring(Plan plan, Progress progress) throws FennecException, IOException {
    String repository = plan.entry().repository();
    AtomicLong done = new AtomicLong(plan.totalBytes() - plan.missingBytes());
    for (RemoteFile file : plan.remote()) {
      if (!cache.has(repository, file)) {
        transfer.fetch(
            file,
            address(plan.entry(), file.commit(), file.name()),
            cache.blob(repository, file.etag()),
            n -> progress.step(done.addAndGet(n), plan.totalBytes(), "download " + file.name()),
            progress);
      }
      cache.point(repository, file);
    }
  }

  /**
   * Compares every cached file with its hash.
   *
   * @return names of damaged files, in order; empty if all is well
   * @throws FennecException if the encoder is not in the cache or cannot be read
   */
  public List<String> check(CatalogueEntry entry, Progress progress) throws FennecException {
    Path snapshot =
        cache
            .snapshot(entry.repository())
            .orElseThrow(
                () ->
                    new FennecException(
                        entry.title() + " is not in " + cache.folder() + "; get it first."));
    List<String> damaged = new ArrayList<>();
    try {
      Map<String, java.util.Optional<String>> files = cache.files(snapshot);
      int done = 0;
      for (Map.Entry<String, java.util.Optional<String>> file : files.entrySet()) {
        progress.checkCancelled();
        Path path = snapshot.resolve(file.getKey());
        boolean sound =
            Files.isRegularFile(path)
                && (file.getValue().isEmpty() || FileHash.matches(file.getValue().get(), path));
        if (!sound) {
          damaged.add(file.getKey());
        }
        progress.step(++done, files.size(), "check");
      }
    } catch (IOException e) {
      throw new FennecException("Cannot read " + snapshot + ": " + AtomicFile.reason(e) + ".", e);
    }
    return damaged;
  }

  private void checkSpace(Plan plan) throws FennecException {
    long free = freeSpace.applyAsLong(plan.target());
    if (plan.missingBytes() > 0 && free < plan.missingBytes() + SPARE) {
      throw new FennecException(
          String.format(
              "%s needs %d MB and the disk of %s has %d MB left; make room or set HF_HUB_CACHE.",
              plan.entry().title(),
              (plan.missingBytes() + SPARE) >> 20,
              cache.folder(),
              free >> 20));
    }
  }

  private static FennecException busy(CatalogueEntry entry, Exception cause) {
    return new FennecException(
        "Another program is fetching " + entry.title() + "; wait until it is done.", cause);
  }

  private long missing(CatalogueEntry entry, RemoteFile file) throws IOException {
    if (cache.has(entry.repository(), file)) {
      return 0;
    }
    Path blob = cache.blob(entry.repository(), file.etag());
    Path part = blob.resolveSibling(blob.getFileName() + ".incomplete");
    long have = Files.exists(part) ? Files.size(part) : 0;
    return have > file.size() ? file.size() : file.size() - have;
  }

  private RemoteFile weights(CatalogueEntry entry, String commit) throws FennecException {
    FennecException absent = null;
    for (String name : WEIGHTS) {
      try {
        return head(entry, commit, name);
      } catch (HubException e) {
        if (!e.getMessage().endsWith("(404).")) {
          throw e;
        }
        absent = e;
      }
    }
    throw new FennecException(entry.repository() + " has no weights that can be read.", absent);
  }

  private SortedSet<String> shards(CatalogueEntry entry, RemoteFile index) throws FennecException {
    HttpResponse<InputStream> response =
        client.send("GET", address(entry, index.commit(), index.name()), Map.of(), false);
    SortedSet<String> shards = new TreeSet<>();
    try (InputStream in = response.body()) {
      JsonNode map = JSON.readTree(in.readNBytes((int) INDEX_LIMIT)).path("weight_map");
      for (JsonNode name : map) {
        if (!name.asText().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
          throw new FennecException(
              entry.repository() + " names \"" + name.asText() + "\", which is no file of its.");
        }
        shards.add(name.asText());
      }
    } catch (IOException e) {
      throw new FennecException("The index of " + entry.repository() + " cannot be read.", e);
    }
    return shards;
  }

  private RemoteFile head(CatalogueEntry entry, String revision, String name)
      throws FennecException {
    HttpResponse<InputStream> response =
        client.send("HEAD", address(entry, revision, name), Map.of(), true);
    HubClient.close(response);
    HttpHeaders headers = response.headers();
    String commit = headers.firstValue("X-Repo-Commit").orElse("");
    String etag =
        headers
            .firstValue("X-Linked-Etag")
            .or(() -> headers.firstValue("ETag"))
            .orElse("")
            .replaceAll("^W/", "")
            .replace("\"", "");
    long size =
        headers
            .firstValue("X-Linked-Size")
            .or(() -> headers.firstValue("Content-Length"))
            .filter(text -> text.matches("\\d{1,15}"))
            .map(Long::parseLong)
            .orElse(-1L);
    if (!commit.matches("[0-9A-Za-z_-]{1,64}")
        || !etag.matches("[0-9A-Za-z_-]{1,128}")
        || size < 0) {
      throw new HubException(
          environment.endpoint().getHost()
              + " does not say version, hash and size of "
              + name
              + "; is HF_ENDPOINT right?",
          false,
          0);
    }
    return new RemoteFile(name, commit, etag, size);
  }

  private URI address(CatalogueEntry entry, String revision, String name) {
    return URI.create(
        environment.endpoint() + "/" + entry.repository() + "/resolve/" + revision + "/" + name);
  }

  private static long usable(Path folder) {
    return folder.toFile().getUsableSpace();
  }
}
