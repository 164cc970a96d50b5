package fennec.app;

import fennec.error.FennecException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the program finds what it ships: history, encoders, features, sample tasks.
 *
 * @param folder the folder that holds {@code assets} and {@code sample-tasks}
 */
public record FennecHome(Path folder) {

  /**
   * The folder that the system property {@code fennec.home} names, as the launchers set it, else
   * the working folder or the nearest one above it that holds {@code assets/history}.
   *
   * @throws FennecException if there is none
   */
  public static FennecHome find() throws FennecException {
    String named = System.getProperty("fennec.home", "");
    if (!named.isBlank()) {
      Path folder = Path.of(named).toAbsolutePath().normalize();
      if (!Files.isDirectory(folder.resolve("assets"))) {
        throw new FennecException(
            "The program's assets are missing: there is no folder "
                + folder.resolve("assets")
                + ".");
      }
      return new FennecHome(folder);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("assets").resolve("history"))) {
        return new FennecHome(at);
      }
    }
    throw new FennecException(
        "The program's assets are not found; start it with bin/fennec or from its folder.");
  }

  /** One folder a history pack. */
  public Path history() {
    return folder.resolve("assets").resolve("history");
  }

  /** One folder an encoder. */
  public Path encoders() {
    return folder.resolve("assets").resolve("encoders");
  }

  /** Dataflow graphs. */
  public Path architectures() {
    return folder.resolve("assets").resolve("architectures");
  }

  /** Facts about published models without a history. */
  public Path zoo() {
    return folder.resolve("assets").resolve("zoo");
  }

  /** Features of historical tasks, one file an encoder. */
  public Path taskFeatures() {
    return folder.resolve("assets").resolve("task-features");
  }

  /** One folder of images a sample task. */
  public Path sampleTasks() {
    return folder.resolve("sample-tasks");
  }
}
