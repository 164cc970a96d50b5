package fennec.encoder;

import ai.djl.Device;
import ai.djl.engine.Engine;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses where encoders run: {@code auto} (the first GPU the engine can use, else the CPU), {@code
 * cpu}, {@code cuda} or {@code cuda:N}.
 */
public final class Devices {

  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");
  private static final String WAY_ON =
      "set PYTORCH_LIBRARY_PATH to the torch/lib folder of an installed PyTorch 2.7.1 with CUDA"
          + " and PYTORCH_FLAVOR to its flavour, for example cu128, then start again";

  private Devices() {}

  /**
   * Where an encoder runs, and what there is to say about it.
   *
   * @param name {@code cpu} or {@code cuda:N}
   * @param title for people, for example {@code CPU, 2 threads} or {@code cuda:0 NVIDIA H100}
   * @param whyNoGpu why no GPU was taken, and what to do about it; empty if there is nothing to say
   */
  public record Choice(String name, String title, String whyNoGpu) {

    Device device() {
      return name.equals("cpu")
          ? Device.cpu()
          : Device.gpu(Integer.parseInt(name.substring("cuda:".length())));
    }
  }

  /**
   * Reads {@code wanted} without loading anything.
   *
   * @throws FennecException if it is none of the forms above
   */
  public static void check(String wanted) throws FennecException {
    if (!wanted.equals("auto") && !wanted.equals("cpu") && !CUDA.matcher(wanted).matches()) {
      throw new FennecException(
          "There is no device '" + wanted + "'; say auto, cpu, cuda or cuda:N.");
    }
  }

  /**
   * Loads the engine and chooses a device.
   *
   * @throws FennecException if {@code wanted} is none of the forms above
   * @throws EncoderUnavailableException if a GPU was asked for and cannot be had, saying why
   */
  public static Choice choose(String wanted) throws FennecException {
    check(wanted);
    Engine engine = TensorEngine.start();
    if (wanted.equals("cpu")) {
      return cpu("");
    }
    return choose(wanted, engine.getGpuCount(), NvidiaDriver.probe());
  }

  /** The choice itself, from the number of GPUs the engine sees and what the driver tells. */
  static Choice choose(String wanted, int usable, NvidiaDriver driver)
      throws EncoderUnavailableException {
    int index = 0;
    Matcher cuda = CUDA.matcher(wanted);
    boolean demanded = cuda.matches();
    if (demanded && cuda.group(1) != null) {
      index = Integer.parseInt(cuda.group(1));
    }
    if (usable > index) {
      String known = driver.gpus().size() > index ? " " + driver.gpus().get(index).name() : "";
      return new Choice("cuda:" + index, "cuda:" + index + known, "");
    }
    String why = why(index, usable, driver);
    if (demanded) {
      throw new EncoderUnavailableException(
          "The device " + wanted + " cannot be used: " + why + ".");
    }
    return cpu(driver.gpus().isEmpty() ? "" : "The GPU is not used: " + why + ".");
  }

  private static String why(int index, int usable, NvidiaDriver driver) {
    if (usable > 0) {
      return "there are " + usable + " GPUs, numbered from 0";
    }
    if (driver.gpus().isEmpty()) {
      return driver.problem();
    }
    List<NvidiaDriver.Gpu> gpus = driver.gpus();
    if (index >= gpus.size()) {
      return "the driver reports " + gpus.size() + " GPUs, numbered from 0";
    }
    NvidiaDriver.Gpu gpu = gpus.get(index);
    String found = "the driver " + gpu.driver() + " reports " + gpu.name();
    Optional<String> library = setting("PYTORCH_LIBRARY_PATH");
    Optional<String> flavor = setting("PYTORCH_FLAVOR");
    if (library.isPresent() || flavor.map(f -> f.startsWith("cu")).orElse(false)) {
      return found
          + ", but the PyTorch in "
          + library.orElse("the class path")
          + " (flavour "
          + flavor.orElse("not stated")
          + ") does not see it: its CUDA version may be newer than the driver";
    }
    return found + ", but the engine in use is PyTorch's CPU build; " + WAY_ON;
  }

  private static Optional<String> setting(String name) {
    String value = System.getenv(name);
    return Optional.ofNullable(value == null ? System.getProperty(name) : value)
        .filter(v -> !v.isBlank());
  }

  private static Choice cpu(String whyNoGpu) {
    int threads = TensorEngine.threads();
    return new Choice("cpu", "CPU, " + threads + (threads == 1 ? " thread" : " threads"), whyNoGpu);
  }
}
