package fennec.fuzz;

import fennec.embedding.EmbeddingCache;
import fennec.file.Safetensors;
import fennec.file.UserFolders;
import fennec.hub.HubCache;
import fennec.hub.LoopbackHub;
import fennec.testing.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills processes with the signal that none can catch, at random moments, and looks at what they
 * leave: each scenario throws if a file is torn or if the work cannot be taken up again.
 */
final class KilledProcess {

  private final Path folder;
  private final SplittableRandom random;

  KilledProcess(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /** A file that is written again and again is whole after each of {@code kills}. */
  String writing(int kills) throws Exception {
    Path file = folder.resolve("written.bin");
    int there = 0;
    for (int i = 0; i < kills; i++) {
      killed(child("write", file.toString()), 300, 900);
      if (Files.exists(file)) {
        there++;
        byte[] bytes = Files.readAllBytes(file);
        byte[] whole = new byte[KilledChild.FILE_BYTES];
        Arrays.fill(whole, bytes[0]);
        expect(Arrays.equals(whole, bytes), "a torn file after kill " + i);
      }
    }
    return "export: " + kills + " kills, " + there + " times a file there, always whole";
  }

  /** No entry of the cache is ever wrong. */
  String caching(int kills) throws Exception {
    Path place = folder.resolve("cache");
    int entries = 0;
    for (int i = 0; i < kills; i++) {
      killed(child("cache", place.toString()), 300, 900);
      EmbeddingCache cache = new EmbeddingCache(place, 1L << 30);
      entries = 0;
      for (int k = 0; k < KilledChild.KEYS; k++) {
        Optional<EmbeddingCache.Entry> entry = cache.get(KilledChild.key(k));
        EmbeddingCache.Entry whole = KilledChild.entry(k);
        expect(
            entry.isEmpty()
                || (entry.get().width() == whole.width()
                    && Arrays.equals(entry.get().vector(), whole.vector())),
            "a wrong entry after kill " + i);
        entries += entry.isPresent() ? 1 : 0;
      }
    }
    return "cache: " + kills + " kills, " + entries + " entries at the end, none wrong";
  }

  /** A download that is killed goes on, and what it gives is right. */
  String downloading(int kills) throws Exception {
    byte[] weights = new byte[60_000_000];
    new SplittableRandom(5).nextBytes(weights);
    try (LoopbackHub hub = new LoopbackHub()) {
      hub.files.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
      hub.files.put("preprocessor_config.json", "{ }".getBytes(StandardCharsets.UTF_8));
      hub.files.put("model.safetensors", weights);
      Path place = folder.resolve("hub");
      Map<String, String> environment =
          Map.of("HF_ENDPOINT", hub.address().toString(), "HF_HUB_CACHE", place.toString());
      int unfinished = 0;
      for (int i = 0; i < kills; i++) {
        ProcessBuilder child = child("download");
        child.environment().putAll(environment);
        killed(child, 400, 1100);
        unfinished += new HubCache(place).snapshot("org/tiny").isEmpty() ? 1 : 0;
      }
      ProcessBuilder last = child("download");
      last.environment().putAll(environment);
      expect(last.start().waitFor() == 0, "the download does not go on");
      Path snapshot = new HubCache(place).snapshot("org/tiny").orElseThrow();
      byte[] read = Files.readAllBytes(snapshot.resolve("model.safetensors"));
      expect(Arrays.equals(weights, read), "the downloaded file is wrong");
      return "download: " + kills + " kills, " + unfinished + " before its end, then complete";
    }
  }

  /** Embedding goes on from its cache and gives the file of a run that nobody disturbed. */
  String embedding(int kills, Path images) throws Exception {
    Path undisturbed = folder.resolve("undisturbed.safetensors");
    expect(embed(images, "cache-a", undisturbed).start().waitFor() == 0, "embedding fails");
    Path out = folder.resolve("killed.safetensors");
    List<Long> cached = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      killed(embed(images, "cache-b", out), 1500, 9000);
      if (Files.exists(out)) {
        Safetensors.open(out).close();
      }
      cached.add(files(folder.resolve("cache-b")));
    }
    expect(embed(images, "cache-b", out).start().waitFor() == 0, "embedding does not go on");
    expect(Files.mismatch(undisturbed, out) < 0, "the vectors differ");
    return "embed: " + kills + " kills, cache files after each " + cached + ", then the same bytes";
  }

  private ProcessBuilder embed(Path images, String cache, Path out) {
    return java(
        "-Dfennec.cache=" + folder.resolve(cache),
        // the engine's library need not be unpacked again
        "-DENGINE_CACHE_DIR=" + UserFolders.cache().resolve("engine"),
        "fennec.Launcher",
        "embed",
        images.toString(),
        "--out",
        out.toString());
  }

  private ProcessBuilder child(String... args) {
    List<String> all = new ArrayList<>(List.of(KilledChild.class.getName()));
    all.addAll(List.of(args));
    return java(all.toArray(String[]::new));
  }

  private static ProcessBuilder java(String... args) {
    return ChildProcess.java(List.of(args))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private void killed(ProcessBuilder builder, int from, int to)
      throws IOException, InterruptedException {
    Process process = builder.start();
    process.waitFor(random.nextInt(from, to), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  private static long files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> Files.isRegularFile(f) && !f.toString().contains("engine")).count();
    }
  }

  private static void expect(boolean truth, String otherwise) {
    if (!truth) {
      throw new IllegalStateException(otherwise);
    }
  }

  /** Arguments: kills a scenario, seed, folder of images. Prints a line a scenario. */
  public static void main(String[] args) throws Exception {
    int kills = Integer.parseInt(args[0]);
    KilledProcess killed =
        new KilledProcess(Files.createTempDirectory("killed"), Long.parseLong(args[1]));
    System.out.println(killed.writing(kills));
    System.out.println(killed.caching(kills));
    System.out.println(killed.downloading(kills));
    System.out.println(killed.embedding(kills, Path.of(args[2])));
  }
}
