package fennec.encoder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What NVIDIA's driver says of the GPUs, asked through {@code nvidia-smi}; the engine itself only
 * looks for libraries.
 *
 * @param gpus in the driver's order; empty if there are none
 * @param problem why there are none, in half a sentence; empty if there are some
 */
record NvidiaDriver(List<Gpu> gpus, String problem) {

  private static final int SECONDS = 5;

  NvidiaDriver {
    gpus = List.copyOf(gpus);
  }

  /**
   * One GPU.
   *
   * @param name as sold
   * @param driver version of the driver
   * @param memory for example {@code 81559 MiB}
   */
  record Gpu(String name, String driver, String memory) {}

  /** Asks the driver; takes five seconds at most. */
  static NvidiaDriver probe() {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "nvidia-smi",
                  "--query-gpu=name,driver_version,memory.total",
                  "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      return new NvidiaDriver(
          List.of(), "no NVIDIA driver was found (there is no nvidia-smi on the path)");
    }
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return new NvidiaDriver(List.of(), "nvidia-smi did not answer within 5 seconds");
      }
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return parse(answer, process.exitValue());
    } catch (IOException e) {
      return new NvidiaDriver(List.of(), "nvidia-smi could not be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NvidiaDriver(List.of(), "nvidia-smi was interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Reads what nvidia-smi printed. */
  static NvidiaDriver parse(String answer, int exitCode) {
    String first = answer.lines().findFirst().orElse("").strip();
    if (exitCode != 0) {
      return new NvidiaDriver(
          List.of(), "nvidia-smi reports: " + (first.isEmpty() ? "code " + exitCode : first));
    }
    List<Gpu> gpus = new ArrayList<>();
    for (String line : answer.lines().toList()) {
      String[] cells = line.split(",", -1);
      if (cells.length == 3) {
        gpus.add(new Gpu(cells[0].strip(), cells[1].strip(), cells[2].strip()));
      }
    }
    return new NvidiaDriver(gpus, gpus.isEmpty() ? "the driver reports no GPU" : "");
  }
}
