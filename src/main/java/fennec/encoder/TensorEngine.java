package fennec.encoder;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import fennec.error.EncoderUnavailableException;
import fennec.file.AtomicFile;
import fennec.file.UserFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The tensor engine, loaded once in a program's life. Before it loads it is told to stay off the
 * network, to report to nobody, how many threads to use, and to unpack its native library into the
 * user's cache folder. {@code PYTORCH_LIBRARY_PATH} and {@code PYTORCH_FLAVOR}, as variables of the
 * environment or system properties, choose an installed PyTorch instead.
 */
public final class TensorEngine {

  private static final String THREADS = "ai.djl.pytorch.num_threads";

  /** Held so that its level is not forgotten; the library tells much that nobody asked for. */
  private static final Logger LIBRARY = Logger.getLogger("ai.djl");

  private static Engine engine;
  private static int threads;

  private TensorEngine() {}

  /**
   * Sets how many CPU threads one inference uses, before the engine loads; has no effect later. By
   * default as many as there are cores; one fewer where {@code OMP_WAIT_POLICY} is not {@code
   * passive}.
   *
   * @return whether it came in time
   */
  public static synchronized boolean useThreads(int number) {
    if (number < 1) {
      throw new IllegalArgumentException(number + " threads");
    }
    if (engine != null) {
      return number == threads;
    }
    System.setProperty(THREADS, Integer.toString(number));
    return true;
  }

  /** Number of CPU threads one inference uses. */
  public static synchronized int threads() {
    return engine == null ? wantedThreads() : threads;
  }

  /**
   * Threads that wait spinning (OpenMP's habit unless {@code OMP_WAIT_POLICY=passive}) are many
   * times slower than one as soon as another thread wants their core, and decoding threads do; so
   * then one core is left to them. Results are the same to the last bit.
   */
  private static int wantedThreads() {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean passive = "passive".equalsIgnoreCase(System.getenv("OMP_WAIT_POLICY"));
    return Math.max(1, Integer.getInteger(THREADS, passive ? cores : cores - 1));
  }

  /**
   * Loads the engine if that was not done before.
   *
   * @throws EncoderUnavailableException if its native library does not load here
   */
  static synchronized Engine start() throws EncoderUnavailableException {
    if (engine != null) {
      return engine;
    }
    if (LIBRARY.getLevel() == null) {
      LIBRARY.setLevel(Level.SEVERE);
    }
    setUnlessSet("ai.djl.offline", "DJL_OFFLINE", "true");
    setUnlessSet("OPT_OUT_TRACKING", "OPT_OUT_TRACKING", "true");
    Path unpacked = UserFolders.cache().resolve("engine").toAbsolutePath();
    setUnlessSet("ENGINE_CACHE_DIR", "ENGINE_CACHE_DIR", unpacked.toString());
    setUnlessSet("DJL_CACHE_DIR", "DJL_CACHE_DIR", unpacked.toString());
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "", "1");
    threads = wantedThreads();
    System.setProperty(THREADS, Integer.toString(threads));
    // profiling and re-optimising a network that runs a few hundred times costs more than it saves
    setUnlessSet("ai.djl.pytorch.graph_optimizer", "", "false");
    try {
      engine = Engine.getEngine("PyTorch");
    } catch (RuntimeException | LinkageError e) {
      throw new EncoderUnavailableException(
          "The tensor engine (PyTorch) does not load on this computer: "
              + firstLine(e)
              + ". Its native library is unpacked to "
              + System.getProperty("ENGINE_CACHE_DIR", unpacked.toString())
              + "; check that the folder is writable and the disk is not full.",
          e);
    }
    return engine;
  }

  private static void setUnlessSet(String property, String variable, String value) {
    boolean inEnvironment = !variable.isEmpty() && System.getenv(variable) != null;
    if (!inEnvironment && System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** The innermost cause's first line, without a full stop. */
  static String firstLine(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause instanceof IOException io ? AtomicFile.reason(io) : cause.getMessage();
    String text = message == null ? cause.getClass().getSimpleName() : message.strip();
    return text.lines().findFirst().orElse("").replaceAll("\\.+$", "");
  }

  /** A fresh manager of memory on {@code device}; everything made by it ends with it. */
  static NDManager newManager(Device device) throws EncoderUnavailableException {
    return start().newBaseManager(device);
  }

  /** Version of the engine, for provenance; empty before it is loaded. */
  public static synchronized String version() {
    return engine == null ? "" : "PyTorch " + engine.getVersion();
  }
}
