package fennec.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Long runs. Arguments: inputs a reader, seed, and the names of readers (all by default). */
public final class FuzzBench {

  private FuzzBench() {}

  /** Prints a line a reader, and every failure. */
  public static void main(String[] args) throws Exception {
    int inputs = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    Path folder = Files.createTempDirectory("fuzz");
    for (FuzzTarget target : new FuzzTargets(folder).all()) {
      if (args.length > 2 && !java.util.Arrays.asList(args).contains(target.name())) {
        continue;
      }
      long start = System.nanoTime();
      FuzzRun.Outcome outcome = FuzzRun.of(target, 0, inputs, seed, folder);
      System.out.printf(
          Locale.ROOT,
          "%-13s %6d inputs in %5.0f s: %6d read, %6d refused, %d failures, slowest %.2f s%n",
          target.name(),
          inputs,
          (System.nanoTime() - start) / 1e9,
          outcome.read(),
          outcome.refused(),
          outcome.failures().size(),
          outcome.slowest());
      outcome.failures().stream().limit(8).forEach(System.out::println);
    }
  }
}
