package fennec.fuzz;

import fennec.error.FennecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives a reader many damaged files and counts what it did with them. */
final class FuzzRun {

  /** Longer than this is a hang. */
  private static final long SECONDS = 20;

  /**
   * What happened.
   *
   * @param read files that were read all the same
   * @param refused files that were refused with a sentence
   * @param slowest of all, in seconds
   * @param failures anything else, with the number of the input, which makes it again
   */
  record Outcome(int read, int refused, double slowest, List<String> failures) {}

  private FuzzRun() {}

  /** Input {@code i} depends on {@code seed}, the target's name and {@code i} alone. */
  static Outcome of(FuzzTarget target, int from, int to, long seed, Path folder)
      throws IOException, InterruptedException {
    Path inputs = Files.createDirectories(folder.resolve("inputs-" + target.name()));
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Set<String> before = names(temporary);
    List<String> failures = new ArrayList<>();
    int read = 0;
    int refused = 0;
    double slowest = 0;
    ExecutorService worker = Executors.newSingleThreadExecutor(FuzzRun::daemon);
    for (int i = from; i < to; i++) {
      SplittableRandom random =
          new SplittableRandom(seed ^ (target.name().hashCode() * 1_000_003L + i));
      Path file = target.damaged(inputs, random);
      long start = System.nanoTime();
      Future<?> reading = worker.submit(() -> reading(target, file));
      try {
        reading.get(SECONDS, TimeUnit.SECONDS);
        read++;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof FennecException refusal && !refusal.getMessage().isBlank()) {
          refused++;
        } else {
          failures.add(target.name() + " " + i + ": " + trace(e.getCause()));
        }
      } catch (TimeoutException e) {
        failures.add(target.name() + " " + i + ": hangs");
        worker.shutdownNow();
        worker = Executors.newSingleThreadExecutor(FuzzRun::daemon);
      }
      slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
      Files.delete(file);
    }
    worker.shutdownNow();
    Set<String> left = names(inputs);
    Set<String> after = names(temporary);
    after.removeAll(before);
    left.addAll(after.stream().filter(name -> name.contains("fennec")).toList());
    if (!left.isEmpty()) {
      failures.add(target.name() + " left files: " + left);
    }
    return new Outcome(read, refused, slowest, failures);
  }

  private static Void reading(FuzzTarget target, Path file) throws FennecException {
    target.reader().read(file);
    return null;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fuzz");
    thread.setDaemon(true);
    return thread;
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String trace(Throwable failure) {
    return failure
        + Stream.of(failure.getStackTrace())
            .limit(6)
            .map(at -> "\n    at " + at)
            .collect(Collectors.joining());
  }
}
